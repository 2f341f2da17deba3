import { createTransport } from 'nodemailer'
import type { RenderedLetter } from './layout.ts'

export type Envelope = {
  /** Fixed for the letter: a second copy, sent by a worker that did not live to note the first, shows as one. */
  id: string
  language: string
  /** A display name and nothing else; the address is MAIL_FROM. */
  senderName: string
  to: string
  /** Where a server that accepted the letter returns it to, when it cannot deliver it after all. */
  returnTo: string
}

export type Outcome =
  | { kind: 'sent' }
  /** The recipient's server said no, and would say so again. */
  | { kind: 'refused'; reason: string }
  /** Worth another try; when the server itself is down, so is it for every other letter. */
  | { kind: 'postponed'; reason: string; isServerDown: boolean }

export type Transport = {
  send: (letter: RenderedLetter, envelope: Envelope) => Promise<Outcome>
  close: () => void
}

const CONNECTIONS = 3

/** Connections to the mail server, kept open between letters. Retries are the outbox's, never the pool's. */
export function openTransport(smtpUrl: string, mailFrom: string): Transport {
  const pool = createTransport({
    pool: true,
    url: smtpUrl,
    maxConnections: CONNECTIONS,
    maxRequeues: 0,
    idleTimeout: 10_000,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 60_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const domain = mailFrom.slice(mailFrom.lastIndexOf('@') + 1)
  return {
    send: async ({ subject, html, text, calendar }, { id, language, senderName, to, returnTo }) => {
      try {
        await pool.sendMail({
          from: { name: senderName, address: mailFrom },
          to: { name: '', address: to },
          envelope: { from: returnTo, to },
          messageId: `<${id}@${domain}>`,
          subject,
          html,
          text,
          ...(calendar && { icalEvent: { ...calendar, filename: 'appointment.ics' } }),
          headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': language },
        })
        return { kind: 'sent' }
      } catch (error) {
        return judge(error)
      }
    },
    close: () => pool.close(),
  }
}

type SmtpError = Error & { command?: string; responseCode?: number }

/** Only a 5xx about the recipient or the letter itself is the end of it (RFC 5321, 4.2.1); all else may pass. */
function judge(error: unknown): Outcome {
  const {
    message,
    command = '',
    responseCode = 0,
  }: SmtpError = error instanceof Error ? error : new Error(String(error))
  const reason = message.replaceAll(/\s+/g, ' ').slice(0, 500)
  const isAboutLetter = command === 'RCPT TO' || command === 'DATA'
  if (isAboutLetter && responseCode >= 500 && responseCode !== 503) return { kind: 'refused', reason }
  return { kind: 'postponed', reason, isServerDown: !isAboutLetter || responseCode === 0 }
}
