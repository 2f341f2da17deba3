import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { withClient } from '../../../scripts/database/client.ts'
import { openServer } from '../../readings/city.ts'
import { costRatio, type Result, ratio, summary, tableOf } from '../../readings/figures.ts'
import { type Contender, format, interleave } from '../../readings/interleave.ts'
import { startGenerator, startOurs } from '../../readings/servers.ts'
import { openDebtors } from './city.ts'
import type { Command } from './order.ts'

const USAGE = {
  accounts: { type: 'string', default: '20000' },
  rounds: { type: 'string', default: '5' },
  seconds: { type: 'string', default: '6' },
  'warm-up': { type: 'string', default: '8' },
  /** Of the network to us, and of the floor to the database. */
  connections: { type: 'string', default: '8' },
  /** A folder for a CPU profile of the API. */
  profile: { type: 'string' },
} as const

const GOAL = 'goal: at least 0.60'

/** Checks and payments of a terminal network over HTTP, against the same statements on bare connections, in turns. */
export async function benchTerminals(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: USAGE })
  const [accounts, connections] = [Number(values.accounts), Number(values.connections)]
  const server = await openServer()
  const url = await openDebtors(server, accounts)
  const api = await startOurs(url, values.profile)
  const env = { ACCOUNTS: String(accounts), DATABASE_URL: url }
  const start = (file: string) => startGenerator(join(import.meta.dirname, file), env)
  const [load, floor] = [await start('load.ts'), await start('floor.ts')]

  const contender = (name: string, command: Command, isOurs: boolean): Contender => ({
    name: `${command}, ${name}`,
    parts: {
      databasePid: server.pid,
      serverPid: isOurs ? api.pid : undefined,
      clientPid: isOurs ? load.pid : floor.pid,
    },
    run: (seconds) => (isOurs ? load : floor).round({ command, connections, seconds, port: api.port }),
  })
  const results = await interleave(
    [
      contender('ours', 'check', true),
      contender('floor', 'check', false),
      contender('ours', 'pay', true),
      contender('floor', 'pay', false),
    ],
    {
      warmUpSeconds: Number(values['warm-up']),
      rounds: Number(values.rounds),
      seconds: Number(values.seconds),
    },
  )
  print(
    results,
    `${accounts} accounts, ${connections} connections, ${values.rounds} × ${values.seconds} s each`,
  )
  await proveBooks(url)
  if (results.some((result) => summary(result).errors > 0)) throw new Error('Some were not answered by 0.')
}

function print(results: Result[], what: string) {
  console.log(`\n  ${what}; median of rounds`)
  console.log(
    `  ${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.versions.node}, load ${loadavg()[0]?.toFixed(1)}\n`,
  )
  console.log(tableOf(results.map((result) => [result.name, ...format(summary(result))])))
  const [check, checkFloor, pay, payFloor] = results
  if (!check || !checkFloor || !pay || !payFloor) return
  const [visit, visitFloor] = [visitOf(check, pay), visitOf(checkFloor, payFloor)]
  console.log(
    `\n${tableOf([
      compare('check', [check, checkFloor], GOAL),
      compare('pay', [pay, payFloor], GOAL),
      compare('a check and then a payment', [visit, visitFloor], ''),
    ])}`,
  )
}

/** What a person at a terminal is: the two one after the other, round by round. */
const visitOf = (check: Result, pay: Result): Result => ({
  name: 'visit',
  rounds: pay.rounds.map((paying, i) => {
    const checking = check.rounds[i] ?? paying
    return { ...paying, perSecond: 1 / (1 / checking.perSecond + 1 / paying.perSecond), cost: undefined }
  }),
})

function compare(name: string, [ours, floor]: [Result, Result], goal: string): string[] {
  const byTime = costRatio(ours, floor)
  return [
    `${name}: ours / floor`,
    ratio(ours, floor).toFixed(2),
    goal,
    byTime ? `by processor time ${byTime.toFixed(2)}` : '',
  ]
}

/** Fast is nothing if it is wrong: each payment has its posting, and the books sum to zero. */
async function proveBooks(url: string) {
  await withClient(url, async (client) => {
    const { rows } = await client.query<{ payments: string; postings: string; sum: string }>(`
      SELECT (SELECT count(*) FROM terminal_payments) AS payments,
        (SELECT count(*) FROM ledger_transactions WHERE operation LIKE 'payment:terminal:%') AS postings,
        (SELECT sum(amount_kopecks) FROM ledger_entries) AS sum`)
    const [books] = rows
    console.log(
      `\n  ${books?.payments} payments, ${books?.postings} postings, books that sum to ${books?.sum}`,
    )
    if (books?.payments !== books?.postings || books?.sum !== '0') throw new Error('The books are wrong.')
  })
}
