import { shareProRata } from '../billing/allocation.ts'
import type { CreditLine } from './credit-account.ts'

/**
 * Which lines of a payment a refund or a transfer takes back: the advance first, then the newest month, so that the
 * oldest debt stays paid; inside a month pro rata. The lines add up to the sum, and none is more than was paid.
 * @throws RangeError when more is to be taken back than was paid
 */
export function takeBack(paid: readonly CreditLine[], kopecks: number): CreditLine[] {
  const turns = [...Map.groupBy(paid, ({ period }) => period ?? '9999-99')].toSorted(([a], [b]) =>
    a < b ? 1 : -1,
  )
  const taken: CreditLine[] = []
  let left = kopecks
  for (const [, lines] of turns) {
    const total = lines.reduce((sum, line) => sum + line.kopecks, 0)
    const part = Math.min(left, total)
    const shares = shareProRata(
      lines.map((line) => line.kopecks),
      part,
    )
    for (const [i, line] of lines.entries()) taken.push({ ...line, kopecks: shares[i] ?? 0 })
    left -= part
  }
  if (left > 0) throw new RangeError(`${left} kopecks more than was paid`)
  return taken.filter((line) => line.kopecks > 0)
}
