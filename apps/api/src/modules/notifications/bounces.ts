import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import type { Deps } from '../../platform/deps.ts'
import { letterOfBounce } from './bounce-address.ts'
import { markBounced } from './letters.repo.ts'

type BounceDeps = Pick<Deps, 'pool' | 'metrics' | 'log'> & { env: { SESSION_SECRET: string } }

const MAX_BYTES = 1024 * 1024

/**
 * Takes letters that other servers return (RFC 3464) and marks what they tell of. Only addresses that we gave out
 * exist here, each for one letter; a notice of a mere delay changes nothing.
 * @param listen an address and a port, such as 0.0.0.0:25
 */
export function listenForBounces(
  deps: BounceDeps,
  listen: string,
): Promise<{ port: number; close: () => void }> {
  const { env, log } = deps
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    size: MAX_BYTES,
    maxClients: 20,
    onRcptTo: ({ address }, _session, answer) =>
      answer(letterOfBounce(env, address) ? null : NO_SUCH_ADDRESS),
    onData: (stream, { envelope }, answer) => {
      const take = async () => {
        const failure = failureIn(await simpleParser(stream))
        for (const { address } of failure ? envelope.rcptTo : []) await note(deps, address, failure)
      }
      take().then(() => answer(), answer)
    },
  })
  const [host = '', port] = listen.split(':')
  return new Promise((resolve, reject) => {
    server.on('error', (error) => {
      log.warn({ err: error }, 'the listener for returned letters stumbled')
      reject(error)
    })
    const net = server.listen(Number(port), host, () => {
      const address = net.address()
      const taken = typeof address === 'object' && address ? address.port : Number(port)
      resolve({ port: taken, close: () => server.close() })
    })
  })
}

const NO_SUCH_ADDRESS = Object.assign(new Error('5.1.1 No such address'), { responseCode: 550 })

async function note({ env, pool, metrics }: BounceDeps, address: string, reason = ''): Promise<void> {
  const letterId = letterOfBounce(env, address)
  const template = letterId && (await markBounced(pool, letterId, reason))
  if (template) metrics.letters.inc({ template, outcome: 'bounced' })
}

/** What a delivery status notification says of a final failure; undefined when it tells of something else. */
function failureIn({ attachments, text = '' }: ParsedMail): string | undefined {
  const status = attachments.find(({ contentType }) => contentType === 'message/delivery-status')
  const report = status ? status.content.toString('utf8') : text
  if (!/^Action:\s*failed\s*$/im.test(report)) return undefined
  const diagnostic = /^Diagnostic-Code:\s*(.+(?:\n[ \t].+)*)/im.exec(report.replaceAll('\r', ''))?.[1]
  const code = /^Status:\s*(\S+)/im.exec(report)?.[1]
  return (diagnostic ?? code ?? 'Returned').replaceAll(/\s+/g, ' ').slice(0, 500)
}
