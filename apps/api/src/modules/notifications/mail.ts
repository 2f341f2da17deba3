import type { Deps } from '../../platform/deps.ts'
import type { Env } from '../../platform/env.ts'
import type { Jobs } from '../../platform/jobs.ts'
import { listenForBounces } from './bounces.ts'
import { deliverLetters } from './deliver-letters.service.ts'
import { openTransport } from './transport.ts'

type MailEnv = Pick<
  Env,
  'PUBLIC_URL' | 'SESSION_SECRET' | 'SMTP_URL' | 'MAIL_FROM' | 'MAIL_BOUNCES_LISTEN' | 'MAIL_BOUNCES_DOMAIN'
>

export type Mail = {
  /** No further letter is begun; those under way are finished by `jobs.stop`. */
  stop: () => void
  /** After the last letter. */
  close: () => void
}

/** The worker's mail: looks into the outbox whenever a letter is written, and every minute anyway. */
export async function startMail(
  deps: Pick<Deps, 'pool' | 'metrics' | 'log'> & { env: MailEnv },
  jobs: Jobs,
): Promise<Mail> {
  const { env, log } = deps
  if (!env.SMTP_URL) {
    log.warn('SMTP_URL is not set: letters wait in the outbox')
    return { stop: () => undefined, close: () => undefined }
  }
  const bounces = env.MAIL_BOUNCES_LISTEN ? await listenForBounces(deps, env.MAIL_BOUNCES_LISTEN) : undefined
  const transport = openTransport(env.SMTP_URL, env.MAIL_FROM)
  let isStopping = false
  const mail = { ...deps, transport }
  await jobs.work('letters', () => deliverLetters(mail, () => isStopping))
  return {
    stop: () => {
      isStopping = true
    },
    close: () => {
      transport.close()
      bounces?.close()
    },
  }
}
