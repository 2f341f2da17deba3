import { randomUUID } from 'node:crypto'
import type { ParsedMail } from 'mailparser'

/** A letter as it arrived. */
export type ReceivedLetter = {
  id: string
  to: string
  /** The envelope's sender, where a letter that cannot be delivered is returned to. */
  returnTo: string
  from: string
  subject: string
  text: string
  html: string
  messageId: string
  headers: Record<string, string>
  /** Files and calendar events that came with it, as text. */
  attachments: { name: string; type: string; content: string }[]
  receivedAt: string
}

/** What the envelope said goes before what the letter says of itself. */
export function toLetter(mail: ParsedMail, envelope: { to: string; returnTo: string }): ReceivedLetter {
  const lines = mail.headerLines.map(({ key, line }) => [key, line.slice(line.indexOf(':') + 1).trim()])
  return {
    id: randomUUID(),
    ...envelope,
    from: mail.from?.text ?? '',
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    html: mail.html || '',
    messageId: mail.messageId ?? '',
    headers: Object.fromEntries(lines),
    attachments: mail.attachments.map(({ filename, contentType, content }) => ({
      name: filename ?? '',
      type: contentType,
      content: content.toString('utf8'),
    })),
    receivedAt: new Date().toISOString(),
  }
}
