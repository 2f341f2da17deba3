import type { AmountExplanation, AmountLine, ChargeLine, VolumeLine } from '@rodnik/contract/charges'
import type { LawRef } from '@rodnik/contract/law'
import { lastDayOfMonth } from '../calendar/days.ts'
import { volumeLine } from './charge-line.ts'
import { DIFFERENCE_LAW } from './citations.ts'
import { wholePart } from './part-litres.ts'
import { sumKopecks } from './rounding.ts'

/** A past month: what it was charged so far and what it should have been, by what is known now. */
export type MonthAgain = { period: string; were: readonly ChargeLine[]; shouldBe: readonly ChargeLine[] }
export type RecalculationLine = VolumeLine | AmountLine
export type Because = AmountExplanation['because']

/**
 * What a recalculation charges for a past month: a line for each service and price whose litres differ, their
 * difference rounded once at the price of that month, and one for each surplus or interruption whose money differs.
 */
export function differenceLines(month: MonthAgain, because: Because): RecalculationLine[] {
  return [...volumeDifferences(month, because), ...amountDifferences(month, because)]
}

type Priced = { line: VolumeLine; wereLitres: number; shouldBeLitres: number }

function volumeDifferences({ were, shouldBe }: MonthAgain, because: Because): VolumeLine[] {
  const priced = new Map<string, Priced>()
  const add = (line: ChargeLine, side: 'wereLitres' | 'shouldBeLitres') => {
    if (line.litres === null) return
    const key = [line.service, line.from, line.priceKopecks, line.explanation.vatPercent ?? ''].join(' ')
    const known = priced.get(key) ?? { line, wereLitres: 0, shouldBeLitres: 0 }
    priced.set(key, { ...known, [side]: known[side] + line.litres })
  }
  for (const line of were) add(line, 'wereLitres')
  for (const line of shouldBe) add(line, 'shouldBeLitres')
  return [...priced.values()].flatMap(({ line, wereLitres, shouldBeLitres }) => {
    if (wereLitres === shouldBeLitres) return []
    const { service, period, from, to, priceKopecks, explanation } = line
    const part = wholePart({ method: 'difference', because, wereLitres, shouldBeLitres, from, to })
    const { vatPercent } = explanation
    return [volumeLine(because, { service, period, from, to }, [part], { priceKopecks, vatPercent })]
  })
}

/** Sums that no volume of their own tells of: they are money that depends on the month's other lines. */
function amountDifferences({ period, were, shouldBe }: MonthAgain, because: Because): AmountLine[] {
  const lines: AmountLine[] = []
  for (const service of ['cold_water', 'wastewater'] as const) {
    for (const kind of ['surplus', 'interruption'] as const) {
      const sumOf = (side: readonly ChargeLine[]) =>
        sumKopecks(side.filter((line) => line.service === service && line.kind === kind))
      const [wereKopecks, shouldBeKopecks] = [sumOf(were), sumOf(shouldBe)]
      if (wereKopecks === shouldBeKopecks) continue
      lines.push({
        kind: 'amount_correction',
        service,
        period,
        from: `${period}-01`,
        to: lastDayOfMonth(period),
        litres: null,
        priceKopecks: null,
        amountKopecks: shouldBeKopecks - wereKopecks,
        vat: null,
        explanation: {
          formula: 'amount_difference',
          of: kind,
          because,
          wereKopecks,
          shouldBeKopecks,
          law: lawOf(kind, because),
        },
      })
    }
  }
  return lines
}

const lawOf = (of: AmountExplanation['of'], because: Because): LawRef[] => [
  ...DIFFERENCE_LAW[because],
  of === 'surplus' ? '1871' : '354:a1.1',
]
