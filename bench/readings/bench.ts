import { cpus, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { openCity, openServer } from './city.ts'
import { type CostedRound, costRatio, type Result, type Round, ratio, summary, tableOf } from './figures.ts'
import { findPgbench, runPgbench } from './pgbench.ts'
import { type Parts, withCost } from './processor-time.ts'
import { type Listener, startBare, startGenerator, startOurs } from './servers.ts'

type Contender = { name: string; parts: Parts; run: (seconds: number) => Promise<Round> }
type Schedule = { warmUpSeconds: number; rounds: number; seconds: number }

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

  const generator = await startGenerator(accounts)
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

/** A round of each that does not count, then A B C A B C …: what slows one minute slows all three. */
async function interleave(
  contenders: Contender[],
  { warmUpSeconds, rounds, seconds }: Schedule,
): Promise<Result[]> {
  const results = contenders.map(({ name }): Result => ({ name, rounds: [] }))
  for (let i = 0; i <= rounds; i++) {
    for (const [c, { name, parts, run }] of contenders.entries()) {
      const round = await withCost(parts, () => run(i === 0 ? warmUpSeconds : seconds))
      console.log(`  ${i === 0 ? 'warm-up' : `round ${i}`}  ${name}: ${format(round).join('  ')}`)
      for (const sample of round.samples) console.log(`    ${sample.slice(0, 500)}`)
      if (i > 0) results[c]?.rounds.push(round)
    }
  }
  return results
}

const format = ({ perSecond, p50, p99, errors, cost }: Omit<CostedRound, 'samples' | 'count'>) => [
  `${Math.round(perSecond)}/s`,
  `p50 ${p50.toFixed(1)} ms`,
  `p99 ${p99.toFixed(1)} ms`,
  `${errors} errors`,
  ...(cost
    ? [
        `server ${Math.round(cost.serverMicros)} µs`,
        `database ${Math.round(cost.databaseMicros)} µs`,
        `client ${Math.round(cost.clientMicros)} µs`,
      ]
    : []),
]

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
