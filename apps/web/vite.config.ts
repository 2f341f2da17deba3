import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const api = `http://127.0.0.1:${process.env['API_PORT'] ?? 3000}`

type Built = { fileName: string; type: string; name?: string; source?: string | Uint8Array }

const preload = (file: string, as: string) =>
  `<link rel="preload" href="/${file}" as="${as}" type="font/woff2" crossorigin />`

const withHead = (html: string, links: string[]) =>
  html.replace('</head>', `  ${links.join('\n    ')}\n  </head>`)

/**
 * Writes a page for each language: index.html and en.html differ in their words and in what they preload,
 * so that no phone fetches the dictionary or the letters of the other language.
 */
function pagePerLanguage(): Plugin {
  return {
    name: 'page-per-language',
    apply: 'build',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const files = Object.values(bundle) as Built[]
      const named = (pattern: RegExp) => files.find((file) => pattern.test(file.fileName))?.fileName ?? ''
      const page = bundle['index.html'] as Built
      const html = String(page.source)
      const latin = preload(named(/golos-text-latin-wght.*woff2$/), 'font')
      const cyrillic = preload(named(/golos-text-cyrillic-wght.*woff2$/), 'font')
      const dictionary = (chunk: RegExp) => `<link rel="modulepreload" crossorigin href="/${named(chunk)}" />`
      const english = html
        .replace('<html lang="ru">', '<html lang="en">')
        .replace(/<title>[^<]*/, '<title>Rodnik — water meter readings')
        .replace(
          /content="Передайте[^"]*"/,
          'content="Send your water meter readings without registration: account number, house and flat."',
        )
        .replace(
          /Чтобы передать[^<]*/,
          'To send readings on this site, turn JavaScript on in your browser or call 217-05-17.',
        )
      page.source = withHead(html, [cyrillic, latin, dictionary(/assets\/ru-/)])
      this.emitFile({
        type: 'asset',
        fileName: 'en.html',
        source: withHead(english, [latin, dictionary(/assets\/en-/)]),
      })
    },
  }
}

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), pagePerLanguage()],
  build: {
    // Everything from our own address: the content security policy allows no data: scripts or fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  server: { proxy: { '/api': api, '/health': api } },
})
