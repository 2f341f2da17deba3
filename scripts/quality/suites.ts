import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { outcomeOf, spawnProgram } from '../run/programs.ts'
import { ensureChromium } from './chromium.ts'
import {
  type PlaywrightReport,
  type Tally,
  tallyPlaywright,
  tallyVitest,
  type VitestReport,
} from './tally.ts'

/** Unit, API and system tests. */
export function runVitest(): Promise<Tally> {
  return withReport(async (file) => {
    const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
    const { exitCode } = await outcomeOf(spawnProgram('vitest', args, { stdio: 'inherit' }))
    return tallyVitest(readReport(file) as VitestReport | undefined, exitCode)
  })
}

/** The journeys in a browser. */
export function runPlaywright(): Promise<Tally> {
  return withReport(async (file) => {
    const env = { E2E_CHROMIUM: ensureChromium(), PLAYWRIGHT_JSON_OUTPUT_FILE: file }
    const child = spawnProgram('playwright', ['test', '--reporter=list,json'], { env, stdio: 'inherit' })
    const { exitCode } = await outcomeOf(child)
    return tallyPlaywright(readReport(file) as PlaywrightReport | undefined, exitCode)
  })
}

async function withReport(run: (file: string) => Promise<Tally>): Promise<Tally> {
  const folder = mkdtempSync(join(tmpdir(), 'rodnik-report-'))
  try {
    return await run(join(folder, 'report.json'))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** No report, or half of one, means that the runner crashed. */
function readReport(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}
