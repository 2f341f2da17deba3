import Fastify from 'fastify'
import type { ReceivedLetter } from './received-letter.ts'

type Letters = (to?: string) => ReceivedLetter[]

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (words: string) => words.replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '')

/** The web page of the mailbox, and GET /api/letters?to=… for tests. */
export async function serveMailbox(letters: Letters, { host, port }: { host: string; port: number }) {
  const app = Fastify({ logger: false, forceCloseConnections: true })
  const find = (id: string) => letters().find((letter) => letter.id === id)

  app.get<{ Querystring: { to?: string } }>('/api/letters', async (request) => letters(request.query.to))

  app.get('/', async (_request, reply) =>
    reply.type('text/html').send(page('Почтовый ящик · Mailbox', listOf(letters().toReversed()))),
  )

  app.get<{ Params: { id: string } }>('/letters/:id', async (request, reply) => {
    const letter = find(request.params.id)
    if (!letter) return reply.code(404).type('text/html').send(page('Нет такого письма · No such letter', ''))
    return reply.type('text/html').send(page(letter.subject, shown(letter)))
  })

  // The letter's own HTML runs nothing and loads nothing; its links open beside it.
  app.get<{ Params: { id: string } }>('/letters/:id/html', async (request, reply) => {
    const html = find(request.params.id)?.html ?? ''
    return reply
      .type('text/html')
      .header(
        'content-security-policy',
        "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'",
      )
      .send(html.replace('<head>', '<head><base target="_blank">'))
  })

  const address = await app.listen({ host, port })
  return { address: address.replace('127.0.0.1', 'localhost'), close: () => app.close() }
}

const time = (letter: ReceivedLetter) => letter.receivedAt.slice(11, 19)

/** An address breaks at its signs, not in the middle of a word. */
const breakable = (address: string) => address.replaceAll(/[@._-]/g, '<wbr>$&')

function listOf(letters: ReceivedLetter[]): string {
  if (letters.length === 0) {
    return '<p>Писем пока нет. Страница обновляется сама. · No letters yet; the page reloads by itself.</p>'
  }
  const rows = letters.map(
    (letter) =>
      `<tr><td>${time(letter)} <small>UTC</small></td><td>${breakable(escaped(letter.to))}</td>` +
      `<td><a href="/letters/${letter.id}">${escaped(letter.subject)}</a></td></tr>`,
  )
  return `<table><thead><tr><th>Когда · When</th><th>Кому · To</th><th>Тема · Subject</th></tr></thead><tbody>${rows.join('')}</tbody></table>`
}

const shown = (letter: ReceivedLetter) => `
<p><a href="/">← Все письма · All letters</a></p>
<dl><dt>От · From</dt><dd>${escaped(letter.from)}</dd><dt>Кому · To</dt><dd>${escaped(letter.to)}</dd></dl>
<iframe title="Письмо · The letter" src="/letters/${letter.id}/html"
  sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>
<h2>Текстом · As text</h2>
<pre>${escaped(letter.text)}</pre>
${letter.attachments
  .map(({ name, content }) => `<h2>${escaped(name)}</h2><pre>${escaped(content)}</pre>`)
  .join('')}`

const page = (title: string, body: string) => `<!doctype html>
<html lang="ru"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
${title.startsWith('Почтовый ящик') ? '<meta http-equiv="refresh" content="3">' : ''}<title>${escaped(title)}</title>
<style>
  body { font: 18px/1.5 system-ui, sans-serif; color: #10212e; background: #f2f6f9; margin: 0 auto; padding: 24px; max-width: 900px }
  table { border-collapse: collapse; width: 100%; background: #fff }
  th, td { text-align: left; padding: 10px 14px; border-bottom: 1px solid #cbd8e1; overflow-wrap: break-word }
  h1 { line-height: 1.2; font-size: clamp(24px, 6vw, 34px) }
  a { color: #0a4f86 } dt { float: left; width: 130px } dd { margin: 0 0 0 130px }
  iframe { width: 100%; height: 640px; border: 1px solid #6b8192; background: #fff }
  pre { white-space: pre-wrap; overflow-wrap: anywhere; background: #fff; padding: 16px; border: 1px solid #cbd8e1 }
  @media (max-width: 640px) {
    body { padding: 16px }
    thead { display: none }
    table, tbody, tr, td { display: block }
    tr { padding: 12px 16px; border-bottom: 1px solid #cbd8e1 }
    td { padding: 2px 0; border: 0 }
    dt { float: none } dd { margin: 0 0 8px; overflow-wrap: anywhere }
  }
</style></head><body><main><h1>${escaped(title)}</h1>${body}</main></body></html>`
