import { runChecks } from './quality/checks.ts'
import { runScript } from './run/lifecycle.ts'

await runScript(async () => ((await runChecks()).failed === 0 ? 0 : 1))
