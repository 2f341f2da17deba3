import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { relative } from 'node:path'
import { inRoot, root } from '../root.ts'
import { runProgram } from './programs.ts'
import { step } from './steps.ts'

/** The folder of the built pages. */
export const pagesFolder = inRoot('apps/web/dist')

const stamp = inRoot('apps/web/dist/.inputs')

/** Builds the pages when something they are made of has changed since the last build. */
export async function buildPages(): Promise<void> {
  const inputs = hashOfInputs()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === inputs) return
  await step('Building the pages', () =>
    runProgram('vite', ['build', 'apps/web', '--logLevel', 'warn'], { NODE_ENV: 'production' }),
  )
  writeFileSync(stamp, inputs)
}

function hashOfInputs(): string {
  const files = globSync(['apps/web/**/*', 'packages/*/src/**/*', 'pnpm-lock.yaml', 'tsconfig.json'], {
    cwd: root,
    withFileTypes: true,
    exclude: (entry) => ['node_modules', 'dist'].includes(entry.name) || entry.name.includes('.test.'),
  })
  const hash = createHash('sha256')
  const paths = files.filter((entry) => entry.isFile()).map((entry) => `${entry.parentPath}/${entry.name}`)
  for (const path of paths.toSorted())
    hash.update(relative(root, path)).update('\0').update(readFileSync(path))
  return hash.digest('hex')
}
