import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { withClient } from '../../scripts/database/client.ts'
import { openServer } from '../readings/city.ts'
import { tableOf } from '../readings/figures.ts'
import { openBillingCity } from './city.ts'
import { closeCity } from './close.ts'
import { copyFloor } from './floor.ts'

const USAGE = {
  accounts: { type: 'string', default: '500000' },
  rounds: { type: 'string', default: '2' },
} as const

/**
 * A month of the whole city, draft and posting, against the least it could be: the same input copied out and the
 * same rows copied in. In turns, since the machine's speed changes from minute to minute.
 */
export async function benchBilling(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: USAGE })
  const accounts = Number(values.accounts)
  const server = await openServer()
  const { url, period, reset } = await openBillingCity(server, accounts)
  const ratios: number[] = []
  for (let round = 1; round <= Number(values.rounds); round++) {
    await reset()
    const ours = await closeCity(url, period)
    const floor = await copyFloor(url, period)
    ratios.push((ours.draftSeconds + ours.finalSeconds) / (floor.outSeconds + floor.inSeconds))
    console.log(`\n  round ${round}, ${accounts} accounts, ${cpus().length} × ${cpus()[0]?.model.trim()}`)
    console.log(
      tableOf([
        ['', 'seconds', 'µs an account'],
        ['draft', ...perAccount(ours.draftSeconds, accounts)],
        ['posting', ...perAccount(ours.finalSeconds, accounts)],
        ['floor: input copied out', ...perAccount(floor.outSeconds, accounts)],
        ['floor: rows copied in', ...perAccount(floor.inSeconds, accounts)],
      ]),
    )
    console.log(
      `  memory of the process at most ${ours.peakMegabytes} MB; ours / floor ${ratios.at(-1)?.toFixed(2)}`,
    )
  }
  const [totals] = await withClient(url, async (client) => {
    const { rows } = await client.query<{ charges: string; entries: string; sum: string }>(
      `SELECT (SELECT count(*) FROM charges) AS charges, count(*) AS entries, sum(amount_kopecks) AS sum FROM ledger_entries`,
    )
    return rows
  })
  console.log(
    `  ${totals?.charges} charges, ${totals?.entries} entries of the ledger that sum to ${totals?.sum}`,
  )
}

const perAccount = (seconds: number, accounts: number) => [
  seconds.toFixed(1),
  ((seconds * 1e6) / accounts).toFixed(1),
]
