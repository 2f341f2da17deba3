import { readFileSync } from 'node:fs'
import { checkVectors } from '@rodnik/domain/billing/vectors/check-vectors'
import { report } from './quality/billing-report.ts'

/** `pnpm billing:check FILE.json`: computes worked vectors by the rules and says where they differ. */
function main(args: string[]): number {
  const path = args.find((arg) => arg !== '--')
  if (path === undefined) {
    console.error('Usage: pnpm billing:check FILE.json')
    return 1
  }
  const { lines, failed } = report(checkVectors(readVectors(path)))
  for (const line of lines) console.log(line)
  return failed === 0 ? 0 : 1
}

/** A file that cannot be read or parsed has no vectors, which fails. */
function readVectors(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''))
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error))
    return undefined
  }
}

process.exitCode = main(process.argv.slice(2))
