import { existsSync } from 'node:fs'
import { missingSql } from '../database/schema-engine.ts'
import { withScratchDatabase } from '../database/test-server.ts'
import { inRoot } from '../root.ts'
import { type Outcome, runQuietly } from '../run/programs.ts'
import { seconds } from '../run/steps.ts'
import type { Tally } from './tally.ts'

type Check = { name: string; run: () => Promise<Outcome> }

const program =
  (name: string, ...args: string[]): Check['run'] =>
  () =>
    runQuietly(name, args)

const checks: Check[] = [
  { name: 'format', run: program('biome', 'check', '--colors=off') },
  { name: 'lint', run: program('oxlint', '--type-aware', '--deny-warnings') },
  { name: 'types', run: program('tsc', '-p', '.') },
  { name: 'boundaries', run: checkBoundaries },
  { name: 'dead code', run: program('knip', '--no-progress') },
  { name: 'migrations give the schema', run: checkDrift },
  { name: 'weight of the pages', run: program('node', inRoot('scripts/check-size.ts')) },
]

/** At once as many as there are cores on a small machine; more would only wait for each other. */
const AT_ONCE = 2

/** Runs the static checks; prints a line for each, and what a failed one says. */
export async function runChecks(): Promise<Tally> {
  const waiting = [...checks]
  const tally: Tally = { passed: 0, failed: 0 }
  const runner = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      if (await runCheck(check)) tally.passed += 1
      else tally.failed += 1
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, runner))
  return tally
}

async function runCheck({ name, run }: Check): Promise<boolean> {
  const startedAt = performance.now()
  const { exitCode, output } = await run().catch((error: unknown) => ({ exitCode: 1, output: String(error) }))
  const isPassed = exitCode === 0
  console.log(`${isPassed ? '✓' : '✗'} ${name}: ${seconds(performance.now() - startedAt)}`)
  if (!isPassed) console.log(output.trim())
  return isPassed
}

type Cruise = {
  summary: {
    totalCruised: number
    violations: { from: string; to: string; rule: { name: string; severity: string } }[]
  }
}

/** dependency-cruiser is content with having read nothing at all; a cruise of nothing is a failure here. */
async function checkBoundaries(): Promise<Outcome> {
  const folders = ['packages', 'apps', 'scripts', 'prisma', 'e2e', 'bench'].filter((folder) =>
    existsSync(inRoot(folder)),
  )
  const { output } = await runQuietly('depcruise', ['--output-type', 'json', ...folders])
  const { totalCruised, violations } = readCruise(output).summary
  const lines = violations.map(({ from, to, rule }) => `${rule.name}: ${from} → ${to}`)
  if (totalCruised === 0) lines.push('dependency-cruiser read no module at all.')
  return { exitCode: lines.length === 0 ? 0 : 1, output: lines.join('\n') }
}

function readCruise(output: string): Cruise {
  try {
    return JSON.parse(output) as Cruise
  } catch {
    throw new Error(output)
  }
}

/** What the schema files say and no migration does, as SQL; the output of `pnpm db:new`. */
async function checkDrift(): Promise<Outcome> {
  const sql = await withScratchDatabase(missingSql)
  return {
    exitCode: sql === '' ? 0 : 1,
    output: `The migrations lack this; write it with "pnpm db:new NAME":\n${sql}`,
  }
}
