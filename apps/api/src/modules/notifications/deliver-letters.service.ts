import type { Deps } from '../../platform/deps.ts'
import { returnAddress } from './bounce-address.ts'
import {
  type ClaimedLetter,
  claimLetter,
  type Ending,
  endLetter,
  postponeLetter,
  tidyOutbox,
} from './letters.repo.ts'
import { type LinkBase, renderLetter } from './render-letter.ts'
import { currentSender, type Sender } from './sender.repo.ts'
import type { Outcome, Transport } from './transport.ts'

export type MailDeps = Pick<Deps, 'pool' | 'metrics' | 'log'> & {
  env: LinkBase & { MAIL_FROM: string; MAIL_BOUNCES_DOMAIN?: string | undefined }
  transport: Transport
}

/** Minutes between attempts, 28 hours in all; then the letter is given up. */
const DELAYS_MINUTES = [1, 1, 2, 5, 5, 10, 30, 60, 120, 240, 480, 720]

const AT_ONCE = 3

/**
 * Sends every letter that is due. Safe to run in several workers at once. Ends early when asked to, and when the mail
 * server is down: the letters stay where they are, and the next look tries again.
 */
export async function deliverLetters(mail: MailDeps, isStopping: () => boolean): Promise<void> {
  await tidyOutbox(mail.pool)
  const sender = await currentSender(mail.pool)
  let isServerDown = false
  const deliverOneByOne = async () => {
    while (!isServerDown && !isStopping()) {
      const letter = await claimLetter(mail.pool)
      if (!letter) return
      const outcome = await send(mail, letter, sender)
      await record(mail, letter, outcome)
      if (outcome.kind === 'postponed' && outcome.isServerDown) isServerDown = true
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, deliverOneByOne))
}

/** A letter that cannot be rendered is a bug of ours; it must not keep the others from leaving. */
type Attempt = Outcome | { kind: 'unreadable'; reason: string }

async function send(mail: MailDeps, letter: ClaimedLetter, sender: Sender): Promise<Attempt> {
  const { transport, env, log } = mail
  try {
    const rendered = renderLetter(letter, sender, env)
    return await transport.send(rendered, {
      id: letter.id,
      language: letter.language,
      senderName: sender.organisationName,
      to: letter.to,
      returnTo: returnAddress(env, letter.id),
    })
  } catch (error) {
    log.error({ err: error, letterId: letter.id }, 'a letter could not be written')
    return { kind: 'unreadable', reason: error instanceof Error ? error.message : String(error) }
  }
}

async function record(mail: MailDeps, letter: ClaimedLetter, attempt: Attempt): Promise<void> {
  const { pool, metrics, log } = mail
  const delay = DELAYS_MINUTES[letter.attempts - 1]
  if (attempt.kind === 'postponed' && delay !== undefined) {
    await postponeLetter(pool, letter, { seconds: delay * 60, reason: attempt.reason })
    metrics.letters.inc({ template: letter.template, outcome: 'postponed' })
    log.warn({ letterId: letter.id, attempts: letter.attempts }, 'a letter has to wait')
    return
  }
  const ending = endingOf(attempt)
  await endLetter(pool, letter, ending)
  metrics.letters.inc({ template: letter.template, outcome: ending.state })
  if (ending.state !== 'sent')
    log.warn({ letterId: letter.id, state: ending.state }, 'a letter did not leave')
}

function endingOf(attempt: Attempt): Ending {
  if (attempt.kind === 'sent') return { state: 'sent', reason: null }
  return { state: attempt.kind === 'refused' ? 'rejected' : 'failed', reason: attempt.reason }
}
