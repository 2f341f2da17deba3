import { runScript } from '../scripts/run/lifecycle.ts'
import { benchBilling } from './billing/bench.ts'
import { benchEntry } from './entry/bench.ts'
import { benchPayments } from './payments/bench.ts'
import { benchReadings } from './readings/bench.ts'
import { benchReceipts } from './receipts/bench.ts'
import { benchCrowd } from './sign-in/crowd.ts'
import { benchTiming } from './sign-in/timing.ts'
import { benchStaff } from './staff/bench.ts'

const benches: Record<string, (args: string[]) => Promise<void>> = {
  readings: benchReadings,
  entry: benchEntry,
  'sign-in': benchCrowd,
  timing: benchTiming,
  billing: benchBilling,
  receipts: benchReceipts,
  payments: benchPayments,
  staff: benchStaff,
}

await runScript(async () => {
  const [name = '', ...args] = process.argv.slice(2)
  const bench = benches[name]
  if (!bench) throw new Error(`Which one? pnpm bench ${Object.keys(benches).join(' | ')}`)
  await bench(args)
  return 0
})
