const STYLE = `
  body { margin: 0; background: #f3f4f6; color: #16181d; font: 18px/1.5 system-ui, sans-serif }
  header { padding: 12px 24px; font-weight: 700 }
  main { max-width: 640px; margin: 0 auto; padding: 24px; overflow-wrap: anywhere }
  h1 { font-size: 28px; line-height: 1.2 }
  ul { list-style: none; padding: 0 }
  button { width: 100%; min-height: 52px; margin: 0 0 12px; padding: 12px 16px; text-align: left; font: inherit;
    color: inherit; background: #fff; border: 2px solid #16181d; border-radius: 8px; cursor: pointer;
    overflow-wrap: anywhere }
  button:focus-visible, a:focus-visible { outline: 4px solid #0b57d0; outline-offset: 2px }
  li { margin-bottom: 16px }
  strong, small { display: block }
  small { overflow-wrap: anywhere }`

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
export const escapeHtml = (text: string) =>
  text.replaceAll(/[&<>"']/g, (character) => ESCAPES[character] ?? '')

type Frame = { name: string; banner: string; colour: string }

/** The page of a stand-in: says at the top that it is not the real thing, and loads nothing. */
export const plainPage =
  ({ name, banner, colour }: Frame) =>
  (title: string, body: string): string =>
    `<!doctype html>
<html lang="ru">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · ${name}</title><style>${STYLE}
  header { background: ${colour} }</style></head>
<body><header>${banner}</header>
<main><h1>${title}</h1>${body}</main></body></html>`
