import type { WaterService } from '@rodnik/contract/meters'
import type { Doubt, ReadingIssue } from '@rodnik/contract/reading-issue'

/** One meter of the form. `id` is its own, so a removed row takes nothing of its neighbours with it. */
export type QuickRow = {
  id: number
  service: WaterService
  typed: string
  serialEnding: string
  isSerialAsked: boolean
  confirmed: Doubt[]
  /** What the server said about these digits. */
  issue: ReadingIssue | null
  fault: { value?: string; serialEnding?: string }
}

const MAX_ROWS = 20

const blank = (id: number, service: WaterService): QuickRow => ({
  id,
  service,
  typed: '',
  serialEnding: '',
  isSerialAsked: false,
  confirmed: [],
  issue: null,
  fault: {},
})

export const firstRows: QuickRow[] = [blank(1, 'cold')]

/** A second row is most often the hot water meter; a further one of the same water needs its number. */
export function withRow(rows: QuickRow[]): QuickRow[] {
  if (rows.length >= MAX_ROWS) return rows
  const id = Math.max(0, ...rows.map((row) => row.id)) + 1
  const service = rows.some((row) => row.service === 'hot') ? 'cold' : 'hot'
  return [...rows, blank(id, service)]
}

export function withChange(rows: QuickRow[], id: number, change: Partial<QuickRow>): QuickRow[] {
  return rows.map((row) => (row.id === id ? { ...row, ...change } : row))
}

/** New digits: what was said or confirmed about the old ones no longer counts. */
export const retyped = (typed: string): Partial<QuickRow> => ({
  typed,
  confirmed: [],
  issue: null,
  fault: {},
})

/** Puts each refusal of the server to the row it speaks about. */
export function withIssues(rows: QuickRow[], issues: readonly ReadingIssue[]): QuickRow[] {
  return rows.map((row, index) => ({ ...row, issue: issues.find((issue) => issue.index === index) ?? null }))
}

type NotClear = { several: string; noSuchNumber: string; noSuchWater: string }

/** The server could not tell which meter a row means: it names the row as «readings.1.serialEnding». */
export function withSerialAsked(
  rows: QuickRow[],
  fields: Record<string, string>,
  words: NotClear,
): QuickRow[] {
  return rows.map((row, index) => {
    const reason = fields[`readings.${index}.serialEnding`]
    if (reason === undefined) return row
    if (reason === 'several_meters') {
      return { ...row, isSerialAsked: true, fault: { serialEnding: words.several } }
    }
    return row.isSerialAsked
      ? { ...row, fault: { serialEnding: words.noSuchNumber } }
      : { ...row, fault: { value: words.noSuchWater } }
  })
}
