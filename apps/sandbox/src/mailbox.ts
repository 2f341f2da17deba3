import type { AddressInfo } from 'node:net'
import { simpleParser } from 'mailparser'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { serveMailbox } from './mailbox-pages.ts'
import { type ReceivedLetter, toLetter } from './received-letter.ts'

export type Mailbox = {
  smtpUrl: string
  /** The web page with the letters. */
  address: string
  /** Letters to one address, or all; the oldest first. */
  letters: (to?: string) => ReceivedLetter[]
  /** From now on the mail server is away, as in an outage; what has arrived stays. */
  goDown: () => Promise<void>
  comeUp: () => Promise<void>
  stop: () => Promise<void>
}

type Place = { host?: string; smtpPort?: number; httpPort?: number }

/** Older ones are forgotten: the mailbox lives in memory. */
const KEPT = 500

/**
 * A real mail server that delivers nothing and shows everything. Addresses that begin with `refuse@` do not exist
 * (550), those that begin with `later@` are busy for ever (451).
 */
export async function startMailbox({
  host = '127.0.0.1',
  smtpPort = 0,
  httpPort = 0,
}: Place = {}): Promise<Mailbox> {
  const received: ReceivedLetter[] = []
  const keep = (letter: ReceivedLetter) => {
    received.push(letter)
    received.splice(0, received.length - KEPT)
  }
  const letters = (to?: string) => received.filter((letter) => to === undefined || letter.to === to)
  let smtp = await listen(keep, smtpPort, host)
  const { port } = smtp
  const web = await serveMailbox(letters, { host, port: httpPort })
  return {
    smtpUrl: `smtp://${host}:${port}`,
    address: web.address,
    letters,
    goDown: () => smtp.close(),
    comeUp: async () => {
      smtp = await listen(keep, port, host)
    },
    stop: async () => {
      await Promise.all([smtp.close(), web.close()])
    },
  }
}

type SmtpListener = { port: number; close: () => Promise<void> }

function listen(keep: (letter: ReceivedLetter) => void, port: number, host: string): Promise<SmtpListener> {
  const server = new SMTPServer(options(keep))
  return new Promise((resolve, reject) => {
    server.on('error', reject)
    const net = server.listen(port, host, () => {
      // From here on an error is a client that went away in the middle.
      server.off('error', reject).on('error', () => undefined)
      resolve({ port: (net.address() as AddressInfo).port, close: () => closed(server) })
    })
  })
}

const closed = (server: SMTPServer) => new Promise<void>((resolve) => server.close(() => resolve()))

const options = (keep: (letter: ReceivedLetter) => void): SMTPServerOptions => ({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  logger: false,
  // Names of clients are asked of a DNS server, which a demo may not have.
  disableReverseLookup: true,
  closeTimeout: 200,
  onRcptTo: ({ address }, _session, answer) => answer(refusal(address)),
  onData: (stream, { envelope }, answer) => {
    const take = async () => {
      const mail = await simpleParser(stream)
      const returnTo = envelope.mailFrom ? envelope.mailFrom.address : ''
      for (const { address } of envelope.rcptTo) keep(toLetter(mail, { to: address, returnTo }))
    }
    take().then(() => answer(), answer)
  },
})

function refusal(address: string): Error | null {
  if (address.startsWith('refuse@'))
    return Object.assign(new Error('5.1.1 There is no such mailbox'), { responseCode: 550 })
  if (address.startsWith('later@'))
    return Object.assign(new Error('4.2.1 The mailbox is busy'), { responseCode: 451 })
  return null
}
