import type { Cost } from './processor-time.ts'

/** What one round of a contender came to. Latencies in milliseconds. */
export type Round = {
  count: number
  perSecond: number
  p50: number
  p99: number
  errors: number
  samples: string[]
}
export type CostedRound = Round & { cost: Cost | undefined }

const middle = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/** Latencies of one round, in milliseconds, over the seconds it took. */
export function toRound(latencies: number[], seconds: number, wrong: string[] = []): Round {
  const sorted = Float64Array.from(latencies).toSorted()
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? 0
  return {
    count: sorted.length,
    perSecond: sorted.length / seconds,
    p50: at(0.5),
    p99: at(0.99),
    errors: wrong.length,
    samples: wrong.slice(0, 3),
  }
}

export type Result = { name: string; rounds: CostedRound[] }

export const summary = ({ rounds }: Result) => ({
  perSecond: middle(rounds.map(({ perSecond }) => perSecond)),
  p50: middle(rounds.map(({ p50 }) => p50)),
  p99: middle(rounds.map(({ p99 }) => p99)),
  errors: rounds.reduce((sum, { errors }) => sum + errors, 0),
  cost: rounds.every(({ cost }) => cost !== undefined)
    ? {
        serverMicros: middle(rounds.map(({ cost }) => cost?.serverMicros ?? 0)),
        databaseMicros: middle(rounds.map(({ cost }) => cost?.databaseMicros ?? 0)),
        clientMicros: middle(rounds.map(({ cost }) => cost?.clientMicros ?? 0)),
      }
    : undefined,
})

/** The median over rounds of a/b, each round compared with its neighbour in time. */
export const ratio = (a: Result, b: Result) =>
  middle(a.rounds.map(({ perSecond }, i) => perSecond / (b.rounds[i]?.perSecond ?? Number.NaN)))

/** How many a could do to one of b if only processor time counted; undefined where the system does not tell. */
export function costRatio(a: Result, b: Result): number | undefined {
  const [costOfA, costOfB] = [summary(a).cost, summary(b).cost]
  return costOfA && costOfB && total(costOfB) / total(costOfA)
}

const total = (cost: Cost) => cost.serverMicros + cost.databaseMicros + cost.clientMicros

export function tableOf(rows: string[][]): string {
  const widths = rows[0]?.map((_cell, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0))) ?? []
  const line = (row: string[]) =>
    row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  ')
  return rows.map((row) => `  ${line(row)}`).join('\n')
}
