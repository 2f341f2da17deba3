/** How many checks or tests held, and how many did not. */
export type Tally = { passed: number; failed: number }

export const sum = (tallies: Tally[]): Tally => ({
  passed: tallies.reduce((total, { passed }) => total + passed, 0),
  failed: tallies.reduce((total, { failed }) => total + failed, 0),
})

/** The last line of `pnpm test`. */
export const verdict = ({ passed, failed }: Tally): string => `${passed} passed, ${failed} failed`

/** The parts of Vitest's JSON report that are counted. */
export type VitestReport = {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  testResults: { status: string; assertionResults: unknown[] }[]
}

/** A skipped test proves nothing and counts as failed; so does a file that could not be loaded. */
export function tallyVitest(report: VitestReport | undefined, exitCode: number): Tally {
  if (!report) return crash
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  )
  const failed = report.numFailedTests + report.numPendingTests + report.numTodoTests + broken.length
  return withCrash({ passed: report.numPassedTests, failed }, exitCode)
}

/** The parts of Playwright's JSON report that are counted. */
export type PlaywrightReport = {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number }
  errors: unknown[]
}

/** A test that held only at the second try, or was skipped, counts as failed. */
export function tallyPlaywright(report: PlaywrightReport | undefined, exitCode: number): Tally {
  if (!report) return crash
  const { expected, unexpected, flaky, skipped } = report.stats
  return withCrash(
    { passed: expected, failed: unexpected + flaky + skipped + report.errors.length },
    exitCode,
  )
}

const crash: Tally = { passed: 0, failed: 1 }

/** A runner that fails without a failed test, or finds no test at all, has crashed. */
function withCrash(tally: Tally, exitCode: number): Tally {
  const hasCrashed = tally.failed === 0 && (exitCode !== 0 || tally.passed === 0)
  return hasCrashed ? { ...tally, failed: 1 } : tally
}
