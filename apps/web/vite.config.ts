import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin, transformWithOxc } from 'vite'

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

type Chunk = Built & {
  isEntry?: boolean
  imports?: string[]
  moduleIds?: string[]
  viteMetadata?: { importedCss?: Set<string> }
}

/** What the inspector's page loads beside what every page does. */
const OF_THE_FIELD =
  /src[/](pages[/]field|features[/]field|locales[/](ru|en)[/](index|field)|lib[/]renew-session)/

/** The worker of the inspector's page, with the list of the files that it keeps. */
function fieldWorker(): Plugin {
  return {
    name: 'field-worker',
    apply: 'build',
    enforce: 'post',
    async generateBundle(_options, bundle) {
      const chunks = Object.values(bundle) as Chunk[]
      const files = new Set(['/appearance.js', '/favicon.svg'])
      const add = (chunk: Chunk | undefined): void => {
        if (!chunk || files.has(`/${chunk.fileName}`)) return
        files.add(`/${chunk.fileName}`)
        for (const css of chunk.viteMetadata?.importedCss ?? []) files.add(`/${css}`)
        for (const name of chunk.imports ?? []) add(bundle[name] as Chunk | undefined)
      }
      for (const chunk of chunks) {
        const isOfField = chunk.moduleIds?.some((id) => OF_THE_FIELD.test(id.replaceAll('\\', '/')))
        if (chunk.isEntry || isOfField || /golos-text.*woff2$/.test(chunk.fileName)) add(chunk)
      }
      const list = [...files].toSorted((a, b) => (a < b ? -1 : 1))
      const name = createHash('sha256').update(list.join()).digest('hex').slice(0, 12)
      const source = join(import.meta.dirname, 'src/field-worker.ts')
      const { code } = await transformWithOxc(await readFile(source, 'utf8'), source)
      const head = `const FIELD_FILES = ${JSON.stringify({ name, files: list })}\n`
      // As a script and no module: older phones take no other worker.
      this.emitFile({
        type: 'asset',
        fileName: 'field-worker.js',
        source: head + code.replace(/export \{\s*\};?/, ''),
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
  plugins: [react(), pagePerLanguage(), fieldWorker(), precompressed()],
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
