import type { CalendarFile } from '../../platform/calendar-file.ts'
import type { Block, Draft, Frame } from './draft.ts'
import type { Sender } from './sender.repo.ts'

export type RenderedLetter = {
  subject: string
  html: string
  text: string
  /** Goes with the letter, for the reader's calendar. */
  calendar?: CalendarFile
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (words: string) => words.replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '')

/** A subject is one line, whatever was put into it. */
const oneLine = (words: string) =>
  words
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()
    .slice(0, 200)

/** Tables and inline styles: what every mail program shows alike. Nothing is fetched, so nobody learns when it is read. */
const FONT = "font-family:'Segoe UI',Roboto,Arial,sans-serif"
const TABLE = 'role="presentation" cellpadding="0" cellspacing="0" border="0"'
const PARAGRAPH = `margin:0 0 16px;${FONT};font-size:18px;line-height:1.5;color:#10212e`
const QUIET = `margin:0 0 8px;${FONT};font-size:16px;line-height:1.5;color:#405564`
const CELL = `padding:6px 16px 6px 0;${FONT};font-size:18px;line-height:1.4;vertical-align:top`

/** Lays one letter out twice: HTML, and the same in plain text. */
export function layOut(draft: Draft, frame: Frame, sender: Sender): RenderedLetter {
  const subject = oneLine(draft.subject)
  const closing = [draft.why, frame.contact(sender)]
  return {
    subject,
    text: [
      frame.greeting,
      ...draft.blocks.map(blockText),
      frame.signature(sender),
      `-- \n${closing.join('\n')}`,
    ].join('\n\n'),
    html: page(frame.language, subject, [
      paragraph(frame.greeting),
      ...draft.blocks.map((block) => blockHtml(block, frame)),
      paragraph(frame.signature(sender)),
      '<hr style="border:0;border-top:1px solid #cbd8e1;margin:24px 0 16px">',
      ...closing.map((line) => `<p style="${QUIET}">${escaped(line)}</p>`),
    ]),
  }
}

function blockText(block: Block): string {
  if (block.kind === 'text') return block.text
  if (block.kind === 'button') return `${block.label}:\n${block.url}`
  return block.facts.map(([name, value]) => `${name}: ${value}`).join('\n')
}

function blockHtml(block: Block, frame: Frame): string {
  if (block.kind === 'text') return paragraph(block.text)
  if (block.kind === 'button') return buttonHtml(block, frame)
  return `<table ${TABLE} style="margin:0 0 16px">${block.facts.map(factHtml).join('')}</table>`
}

const paragraph = (words: string) => `<p style="${PARAGRAPH}">${escaped(words)}</p>`

const factHtml = ([name, value]: [string, string]) =>
  `<tr><td style="${CELL};color:#405564">${escaped(name)}</td>` +
  `<td style="${CELL};color:#10212e;font-weight:600">${escaped(value)}</td></tr>`

/** The link stands below its button too: to be read, copied, or typed by whoever has no buttons. */
function buttonHtml({ label, url }: { label: string; url: string }, { orOpen }: Frame): string {
  const href = escaped(url)
  return (
    `<table ${TABLE} style="margin:8px 0 16px"><tr><td style="background:#0a4f86;border-radius:12px">` +
    `<a href="${href}" style="display:inline-block;padding:14px 24px;${FONT};font-size:18px;font-weight:600;` +
    `color:#ffffff;text-decoration:none">${escaped(label)}</a></td></tr></table>` +
    `<p style="${QUIET}">${escaped(orOpen)}<br><a href="${href}" style="color:#0a4f86;word-break:break-all">${href}</a></p>`
  )
}

function page(language: string, subject: string, rows: string[]): string {
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta name="color-scheme" content="light"><title>${escaped(subject)}</title></head>`,
    '<body style="margin:0;padding:0;background:#f2f6f9">',
    `<table ${TABLE} width="100%" style="background:#f2f6f9"><tr><td align="center" style="padding:24px 12px">`,
    `<table ${TABLE} width="100%" style="max-width:600px;background:#ffffff;border-radius:12px">`,
    '<tr><td align="left" style="padding:28px 24px">',
    ...rows,
    '</td></tr></table></td></tr></table></body></html>',
  ].join('\n')
}
