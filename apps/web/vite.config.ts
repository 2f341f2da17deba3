import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const brotli = promisify(brotliCompress)

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
      const module = (chunk: RegExp) => `<link rel="modulepreload" crossorigin href="/${named(chunk)}" />`
      const plural = module(/assets\/plural-/)
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
      page.source = withHead(html, [cyrillic, latin, module(/assets\/ru-/), plural])
      this.emitFile({
        type: 'asset',
        fileName: 'en.html',
        source: withHead(english, [latin, module(/assets\/en-/), plural]),
      })
    },
  }
}

/** Compresses once, at best, what is sent a million times. */
function precompressed(): Plugin {
  return {
    name: 'precompressed',
    apply: 'build',
    async writeBundle({ dir = '' }, bundle) {
      const names = Object.keys(bundle).filter((name) => /\.(js|css|svg)$/.test(name))
      await Promise.all(
        names.map(async (name) => {
          const file = join(dir, name)
          await writeFile(`${file}.br`, await brotli(await readFile(file)))
        }),
      )
    },
  }
}

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), pagePerLanguage(), precompressed()],
  build: {
    // Everything from our own address: the content security policy allows no data: scripts or fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    // What the first page needs is one file: a dozen small ones would cost more bytes and round trips.
    rolldownOptions: {
      // Compressing at best takes its time; that is no news to whoever waits for the page.
      checks: { pluginTimings: false },
      output: { codeSplitting: { groups: [{ name: 'base', tags: ['$initial'] }] } },
    },
  },
  server: { proxy: { '/api': api, '/health': api } },
})
