import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openServer } from '../../readings/city.ts'
import { costRatio, ratio, summary, tableOf } from '../../readings/figures.ts'
import { type Contender, format, interleave } from '../../readings/interleave.ts'
import { startGenerator, startOurs } from '../../readings/servers.ts'
import { CALLBACK_KEY, openOrders } from './city.ts'

const USAGE = {
  orders: { type: 'string', default: '20000' },
  rounds: { type: 'string', default: '5' },
  seconds: { type: 'string', default: '6' },
  'warm-up': { type: 'string', default: '8' },
  connections: { type: 'string', default: '8' },
  /** A folder for a CPU profile of the API. */
  profile: { type: 'string' },
} as const

/** Callbacks of a bank over HTTP, against the same statement on bare connections, in turns. */
export async function benchCallbacks(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: USAGE })
  const [orders, connections] = [Number(values.orders), Number(values.connections)]
  const server = await openServer()
  const url = await openOrders(server, orders)
  const api = await startOurs(url, values.profile, {
    ACQUIRER: 'sber',
    SBER_URL: 'https://localhost',
    SBER_USER: 'bench-api',
    SBER_PASSWORD: 'bench',
    SBER_CALLBACK_KEY: CALLBACK_KEY,
  })
  const env = { ORDERS: String(orders), DATABASE_URL: url }
  const load = await startGenerator(join(import.meta.dirname, 'load.ts'), env)
  const floor = await startGenerator(join(import.meta.dirname, 'floor.ts'), env)
  const contender = (name: string, isOurs: boolean): Contender => ({
    name: `callback, ${name}`,
    parts: {
      databasePid: server.pid,
      serverPid: isOurs ? api.pid : undefined,
      clientPid: isOurs ? load.pid : floor.pid,
    },
    run: (seconds) => (isOurs ? load : floor).round({ connections, seconds, port: api.port }),
  })
  const results = await interleave([contender('ours', true), contender('floor', false)], {
    warmUpSeconds: Number(values['warm-up']),
    rounds: Number(values.rounds),
    seconds: Number(values.seconds),
  })
  console.log(
    `\n  ${orders} orders, ${connections} connections, ${values.rounds} × ${values.seconds} s each; median of rounds\n`,
  )
  console.log(tableOf(results.map((result) => [result.name, ...format(summary(result))])))
  const [ours, bare] = results
  if (!ours || !bare) return
  const byTime = costRatio(ours, bare)
  console.log(
    `\n  ours / floor ${ratio(ours, bare).toFixed(2)}, goal: at least 0.60${byTime ? `; by processor time ${byTime.toFixed(2)}` : ''}`,
  )
  if (results.some((result) => summary(result).errors > 0)) throw new Error('Some were not taken.')
}
