import type { DraftProgress } from './draft-plan.repo.ts'
import type { DraftReport, Strange } from './report.repo.ts'

const inRoubles = (kopecks: bigint) => {
  const digits = String(kopecks < 0n ? -kopecks : kopecks).padStart(3, '0')
  const roubles = digits.slice(0, -2).replaceAll(/\B(?=(\d{3})+$)/g, ' ')
  return `${kopecks < 0n ? '-' : ''}${roubles}.${digits.slice(-2)}`
}

const inCubicMetres = (litres: bigint) => (Number(litres) / 1000).toFixed(3)

export const progressLine = ({ doneAccounts, doneSlices, slices, refused }: DraftProgress): string =>
  `${doneAccounts} accounts charged, ${refused} refused (${doneSlices} of ${slices} slices)`

const strangeLine = ({ number, kopecks, before }: Strange) =>
  `    ${number}  ${inRoubles(kopecks)}${before === null ? '' : `  (the month before: ${inRoubles(before)})`}`

const penaltyLines = ({ accounts, kopecks, unknown }: DraftReport['penalties']): string[] => [
  ...(accounts > 0 ? [`  Penalties: ${accounts} accounts, ${inRoubles(kopecks)} roubles`] : []),
  ...(unknown > 0 ? [`  Penalties of ${unknown} debts are not charged: no rate is known for their day`] : []),
]

/** The report of a draft for a terminal: totals, who was not charged and why, what is large or strange. */
export function reportText(period: string, report: DraftReport): string {
  const { state, accounts, refusedAccounts, kopecks, totals, refused, penalties, largest, changed } = report
  return [
    `${period} is ${state}: ${accounts} accounts, ${refusedAccounts} without a charge, ${inRoubles(kopecks)} roubles`,
    ...totals.map(
      (row) =>
        `    ${row.service.padEnd(10)}  ${row.method.padEnd(13)}  ${String(row.accounts).padStart(7)} accounts  ` +
        `${inCubicMetres(row.litres)} m³  ${inRoubles(row.kopecks)}`,
    ),
    ...refused.map((row) => `  Not charged, ${row.code}: ${row.accounts}, such as ${row.example}`),
    ...penaltyLines(penalties),
    ...(largest.length > 0 ? ['  The largest bills', ...largest.slice(0, 5).map(strangeLine)] : []),
    ...(changed.length > 0 ? ['  Changed more than threefold', ...changed.slice(0, 5).map(strangeLine)] : []),
  ].join('\n')
}
