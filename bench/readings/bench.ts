import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openCity, openServer } from './city.ts'
import { costRatio, type Result, ratio, summary, tableOf } from './figures.ts'
import { type Contender, format, interleave } from './interleave.ts'
import { findPgbench, runPgbench } from './pgbench.ts'
import { type Listener, SECRET, startBare, startGenerator, startOurs } from './servers.ts'

const USAGE = {
  accounts: { type: 'string', default: '100000' },
  rounds: { type: 'string', default: '5' },
  seconds: { type: 'string', default: '8' },
  /** Until the code is compiled, the caches are filled and the first pages after the checkpoint are logged. */
  'warm-up': { type: 'string', default: '20' },
  connections: { type: 'string', default: '32' },
  /** Only the API, e.g. to profile it. */
  ours: { type: 'boolean', default: false },
  /** A folder for a CPU profile of the API. */
  profile: { type: 'string' },
} as const

/**
 * The real submission of two meters against a bare handler and pgbench with the same statements. Interleaved,
 * since the machine's speed changes from minute to minute: the ratios are what to compare.
 */
export async function benchReadings(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: USAGE })
  const accounts = Number(values.accounts)
  const connections = Number(values.connections)
  const schedule = {
    warmUpSeconds: Number(values['warm-up']),
    rounds: Number(values.rounds),
    seconds: Number(values.seconds),
  }
  const server = await openServer()
  const url = await openCity(server, accounts)
  // Inside the month wherever the city's midnight is: the bare contenders do not ask what day it is.
  const period = new Date(Date.now() + 5 * 3_600_000).toISOString().slice(0, 7)

  const generator = await startGenerator(join(import.meta.dirname, 'load.ts'), {
    ACCOUNTS: String(accounts),
    SESSION_SECRET: SECRET,
  })
  const parts = { databasePid: server.pid, clientPid: generator.pid }
  const overHttp = (name: string, { port, pid }: Listener): Contender => ({
    name,
    parts: { ...parts, serverPid: pid },
    run: (seconds) => generator.round({ port, connections, seconds }),
  })
  const contenders = [overHttp('ours', await startOurs(url, values.profile))]
  const program = values.ours ? undefined : findPgbench()
  if (!values.ours) {
    contenders.push(overHttp('bare fastify + pg', await startBare(url, period)))
    if (!program) console.log('  No pgbench here (Debian: apt-get install postgresql-contrib): left out.')
  }
  if (program) {
    const run = (seconds: number) => runPgbench(program, { url, accounts, period, connections, seconds })
    contenders.push({ name: 'pgbench', parts: { ...parts, serverPid: undefined, clientPid: undefined }, run })
  }

  const results = await interleave(contenders, schedule)
  const isWrong = results.some((result) => summary(result).errors > 0)
  print(results, `${accounts} flats, ${connections} connections, ${values.rounds} × ${values.seconds} s each`)
  if (isWrong) throw new Error('Some submissions were not answered with 201.')
}

function print(results: Result[], what: string) {
  console.log(`\n  ${what}; median of rounds`)
  console.log(
    `  ${cpus().length} × ${cpus()[0]?.model ?? 'processor'}, Node ${process.versions.node}, load ${loadavg()[0]?.toFixed(1)};` +
      ' generator, server and database share the processors\n',
  )
  console.log(tableOf(results.map((result) => [result.name, ...format(summary(result))])))
  const [ours, bare, pgbench] = results
  if (!ours || !bare) return
  const ratios = [compare('ours / bare', [ours, bare], 'at least 0.70')]
  if (pgbench) {
    ratios.push(compare('ours / pgbench', [ours, pgbench], 'at least 0.45'))
    ratios.push(compare('bare / pgbench', [bare, pgbench], ''))
  }
  console.log(`\n${tableOf(ratios)}`)
}

function compare(name: string, [a, b]: [Result, Result], goal: string): string[] {
  const byTime = costRatio(a, b)
  return [name, ratio(a, b).toFixed(2), goal, byTime ? `by processor time ${byTime.toFixed(2)}` : '']
}
