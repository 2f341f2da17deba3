import { month } from '../../../../platform/documents/sheet/format.ts'
import type { ReceiptData } from '../receipt-data.ts'

type Row = { words: string; kopecks: number }

/** How the debt of the bill before became the sum to pay; what was nothing is not said. */
export function statementRows({ statement, period }: ReceiptData): Row[] {
  const { openingKopecks, paidKopecks, chargedKopecks, advanceLeftKopecks } = statement
  const { penaltyOpeningKopecks, penaltyPaidKopecks, penaltyChargedKopecks } = statement
  const opening = openingKopecks < 0 ? 'Переплата до этого счёта' : 'Долг до этого счёта'
  const always: Row[] = [
    { words: opening, kopecks: Math.abs(openingKopecks) },
    { words: 'Оплачено', kopecks: minus(paidKopecks) },
    { words: `Начислено за ${month(period)}`, kopecks: chargedKopecks },
  ]
  const sometimes: Row[] = [
    { words: 'Пени до этого счёта', kopecks: penaltyOpeningKopecks },
    { words: 'Оплачено пеней', kopecks: minus(penaltyPaidKopecks) },
    { words: 'Начислены пени', kopecks: penaltyChargedKopecks },
    { words: 'Останется переплата', kopecks: advanceLeftKopecks },
  ]
  return [...always, ...sometimes.filter(({ kopecks }) => kopecks !== 0)]
}

/** Nothing is 0 and not minus 0. */
const minus = (kopecks: number) => 0 - kopecks
