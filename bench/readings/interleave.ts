import type { CostedRound, Result, Round } from './figures.ts'
import { type Parts, withCost } from './processor-time.ts'

export type Contender = { name: string; parts: Parts; run: (seconds: number) => Promise<Round> }
type Schedule = { warmUpSeconds: number; rounds: number; seconds: number }

/** A round of each that does not count, then A B C A B C …: what slows one minute slows all three. */
export async function interleave(
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

export const format = ({ perSecond, p50, p99, errors, cost }: Omit<CostedRound, 'samples' | 'count'>) => [
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
