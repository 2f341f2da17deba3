import { globSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { type Weight, weighPage } from './quality/page-weight.ts'
import { inRoot } from './root.ts'
import { runScript } from './run/lifecycle.ts'
import { buildPages, pagesFolder } from './run/pages.ts'

/** The login page may weigh this many times what the least possible app on the same stack weighs. */
const MAX_RATIO = 1.25

await runScript(async () => {
  await buildPages()
  const floor = await weighFloor()
  const pages = ['index.html', 'en.html'].map((page) => ({ page, weight: weighPage(pagesFolder, page) }))
  print('floor app', floor)
  const ratios = pages.map(({ page, weight }) => {
    assertHasDictionary(page, weight)
    print(`login page, ${page}`, weight)
    return weight.totalBytes / floor.totalBytes
  })
  const worst = Math.max(...ratios)
  console.log(`The login page weighs ${worst.toFixed(3)} of the floor; the limit is ${MAX_RATIO}.`)
  return worst <= MAX_RATIO ? 0 : 1
})

async function weighFloor(): Promise<Weight> {
  const folder = mkdtempSync(join(tmpdir(), 'rodnik-floor-'))
  try {
    await build({
      configFile: inRoot('bench/floor-web/vite.config.ts'),
      logLevel: 'warn',
      build: { outDir: folder, emptyOutDir: true },
    })
    return weighPage(folder, 'index.html', globSync('assets/hello-page-*.js', { cwd: folder }))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Without its words the page shows nothing: a weight without them would be a lie. */
function assertHasDictionary(page: string, { files }: Weight): void {
  const language = page === 'en.html' ? 'en' : 'ru'
  if (files.some(({ path }) => path.startsWith(`assets/${language}-`))) return
  throw new Error(`${page} does not preload the ${language} dictionary.`)
}

function print(name: string, { files, totalBytes }: Weight): void {
  console.log(`${name}: ${kilobytes(totalBytes)}`)
  for (const { path, bytes } of files) console.log(`  ${kilobytes(bytes).padStart(9)}  ${path}`)
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`
}
