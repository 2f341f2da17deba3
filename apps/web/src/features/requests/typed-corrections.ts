import { parseVolume } from '@rodnik/domain/readings/typed-volume'

/** One reading to correct, as it is typed. */
export type TypedCorrection = { key: string; meterId: string; period: string; value: string }
type Corrected = { meterId: string; period: string; litres: number }

const FIRST: TypedCorrection = { key: '1', meterId: '', period: '', value: '' }

/** The rows of a field; there is always one to fill in. */
export function correctionRows(value: unknown): readonly TypedCorrection[] {
  const rows = Array.isArray(value) ? (value as TypedCorrection[]) : []
  return rows.length > 0 ? rows : [FIRST]
}

/** A new row has a key that no other has had. */
export const withNewRow = (rows: readonly TypedCorrection[]): TypedCorrection[] => [
  ...rows,
  { ...FIRST, key: String(Math.max(...rows.map(({ key }) => Number(key))) + 1) },
]

export type RowFaults = Partial<Record<'meter' | 'month' | 'value', true>>

const litresOf = ({ meterId, value }: TypedCorrection, digits: ReadonlyMap<string, number>) => {
  const parsed = parseVolume(value, digits.get(meterId) ?? 3)
  return parsed.ok ? parsed.litres : undefined
}

/** What is not right yet in a row. */
export const rowFaults = (row: TypedCorrection, digits: ReadonlyMap<string, number>): RowFaults => ({
  ...(row.meterId === '' && { meter: true as const }),
  ...(row.period === '' && { month: true as const }),
  ...(litresOf(row, digits) === undefined && { value: true as const }),
})

/** All rows as the contract takes them; undefined while one of them is not whole. */
export function correctionsOf(
  rows: readonly TypedCorrection[],
  digits: ReadonlyMap<string, number>,
): Corrected[] | undefined {
  const corrected = rows.flatMap((row) => {
    const litres = litresOf(row, digits)
    const isWhole = row.meterId !== '' && row.period !== '' && litres !== undefined
    return isWhole ? [{ meterId: row.meterId, period: row.period, litres }] : []
  })
  return corrected.length === rows.length ? corrected : undefined
}

/** Keys of the rows that name the month of a meter once more. */
export function monthsTwice(rows: readonly TypedCorrection[]): ReadonlySet<string> {
  const named = rows.filter(({ meterId, period }) => meterId !== '' && period !== '')
  return new Set(
    named
      .filter((row, at) =>
        named.slice(0, at).some(({ meterId, period }) => meterId === row.meterId && period === row.period),
      )
      .map(({ key }) => key),
  )
}
