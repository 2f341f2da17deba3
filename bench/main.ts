import { runScript } from '../scripts/run/lifecycle.ts'
import { benchEntry } from './entry/bench.ts'
import { benchReadings } from './readings/bench.ts'

const benches: Record<string, (args: string[]) => Promise<void>> = {
  readings: benchReadings,
  entry: benchEntry,
}

await runScript(async () => {
  const [name = '', ...args] = process.argv.slice(2)
  const bench = benches[name]
  if (!bench) throw new Error(`Which one? pnpm bench ${Object.keys(benches).join(' | ')}`)
  await bench(args)
  return 0
})
