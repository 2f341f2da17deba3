import { runChecks } from './quality/checks.ts'
import { runPlaywright, runVitest } from './quality/suites.ts'
import { sum, type Tally, verdict } from './quality/tally.ts'
import { runScript } from './run/lifecycle.ts'

/** All checks and all tests; the last line says how many held. */
await runScript(async () => {
  const total = sum([
    await part('Static checks', runChecks),
    await part('Unit, API and system tests', runVitest),
    await part('Browser tests', runPlaywright),
  ])
  console.log(`\n${verdict(total)}`)
  return total.failed === 0 ? 0 : 1
})

/** A part that cannot even run is one failure, and no reason to leave out the others. */
async function part(title: string, run: () => Promise<Tally>): Promise<Tally> {
  console.log(`\n— ${title}`)
  try {
    const tally = await run()
    console.log(`${title}: ${verdict(tally)}`)
    return tally
  } catch (error) {
    console.log(error instanceof Error ? error.message : error)
    return { passed: 0, failed: 1 }
  }
}
