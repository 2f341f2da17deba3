import type { CorrectableMeter } from '@rodnik/contract/reading-corrections'
import { useQuery } from '@tanstack/react-query'
import { withComma } from '../../../lib/face.ts'
import { useSettled } from '../../../lib/use-settled.ts'
import { correctionRows, correctionsOf, monthsTwice, type TypedCorrection } from '../typed-corrections.ts'
import { type CorrectionScope, previewQuery, type WantedReadings } from './correction-scope.ts'

const PAUSE_MS = 400

/** Rows as the meters would show them: digits copied straight from a face get their comma. */
function asOnFaces(rows: readonly TypedCorrection[], meters: readonly CorrectableMeter[]): TypedCorrection[] {
  return rows.map((row) => {
    const meter = meters.find(({ id }) => id === row.meterId)
    return meter ? { ...row, value: withComma(row.value, meter.wholeDigits, meter.fractionDigits) } : row
  })
}

/** What is typed in the rows of corrections, and what the server says would come of it. */
export function useCorrections(scope: CorrectionScope, meters: readonly CorrectableMeter[], value: unknown) {
  const rows = correctionRows(value)
  const digits = new Map(meters.map(({ id, fractionDigits }) => [id, fractionDigits]))
  const twice = monthsTwice(rows)
  const whole = twice.size > 0 ? undefined : correctionsOf(asOnFaces(rows, meters), digits)
  const asked = JSON.stringify(whole ?? null)
  const settled = useSettled(asked, PAUSE_MS)
  const wanted = (JSON.parse(settled) as WantedReadings | null) ?? undefined
  const query = useQuery(previewQuery(scope, wanted))
  const isWhole = whole !== undefined
  return {
    rows,
    digits,
    twice,
    whole,
    query,
    isWhole,
    /** An answer to what stands there now. */
    preview: isWhole && asked === settled && !query.isPlaceholderData ? query.data : undefined,
    isCounting: isWhole && (asked !== settled || query.isFetching),
    /** What was shown before, while the next answer is on its way. */
    shown: isWhole ? query.data : undefined,
  }
}
export type Corrections = ReturnType<typeof useCorrections>
