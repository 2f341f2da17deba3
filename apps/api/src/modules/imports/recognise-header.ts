import { accounts } from './account-columns.ts'
import { balances } from './balance-columns.ts'
import { contracts } from './contract-columns.ts'
import { meters } from './meter-columns.ts'
import { readings } from './reading-columns.ts'
import type { Column, Kind } from './row-types.ts'
import { UnreadableFile } from './unreadable-file.ts'

export type Language = 'russian' | 'english'

/** What the header of a file says. */
export type Layout = {
  kind: Kind
  language: Language
  width: number
  /** Where each column of the kind stands in the file; absent ones have no entry. */
  positions: ReadonlyMap<string, number>
  /** Headers that mean nothing here and are left alone. */
  unused: string[]
}

/** The header of the column that failed rows get; ignored when such a file comes back. */
export const reasonHeader = { russian: 'Причина', english: 'reason' } as const

/** In the order in which they depend on each other. */
export const kinds: readonly Kind[] = [accounts, meters, readings, balances, contracts]

/** Headers compare without case, ё, underscores, stars and doubled spaces. */
export function headerKey(header: string): string {
  return header
    .replaceAll('\uFEFF', '')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll(/[\s_*:]+/g, ' ')
    .trim()
}

/** Tells by the header what is in a file. @throws UnreadableFile naming the missing columns when it is none of the kinds */
export function recogniseHeader(header: readonly string[]): Layout {
  const keys = header.map(headerKey)
  const guesses = kinds
    .map((kind) => ({ kind, positions: findColumns(kind, keys) }))
    .toSorted((a, b) => missing(a).length - missing(b).length || b.positions.size - a.positions.size)
  const best = guesses[0]
  if (!best || missing(best).length > 0) throw unknownHeader(header, best)
  const used = new Set(best.positions.values())
  const isReason = (key: string) => Object.values(reasonHeader).some((name) => headerKey(name) === key)
  const unused = header.filter((name, i) => !used.has(i) && name.trim() !== '' && !isReason(keys[i] ?? ''))
  return { ...best, language: languageOf(best.kind, keys), width: header.length, unused }
}

function findColumns(kind: Kind, keys: readonly string[]): Map<string, number> {
  const found = kind.columns.map((column) => {
    const names = new Set(namesOf(column))
    return [column.field, keys.findIndex((key) => names.has(key))] as const
  })
  return new Map(found.filter(([, position]) => position >= 0))
}

const namesOf = (column: Column) =>
  [column.russian, column.english, column.field, ...(column.aliases ?? [])].map(headerKey)

type Guess = { kind: Kind; positions: ReadonlyMap<string, number> }

function missing({ kind, positions }: Guess): string[] {
  const names = kind.columns
    .filter((column) => column.isRequired && !positions.has(column.field))
    .map((column) => `«${column.russian}» (${column.english})`)
  const isUndated = kind.name === 'readings' && !positions.has('taken_on') && !positions.has('period')
  return isUndated ? [...names, '«Дата показания» (taken_on) or «Месяц» (period)'] : names
}

function languageOf(kind: Kind, keys: readonly string[]): Language {
  const english = new Set(kind.columns.map((column) => headerKey(column.english)))
  return keys.filter((key) => english.has(key)).length > keys.length / 2 ? 'english' : 'russian'
}

function unknownHeader(header: readonly string[], best: Guess | undefined): UnreadableFile {
  const seen = header.filter((name) => name.trim() !== '').slice(0, 12)
  const lacking = best ? missing(best).join(', ') : ''
  const nearest = best ? ` The nearest is a file of ${best.kind.name}: it lacks ${lacking}.` : ''
  const message = `The header is of no known kind: ${seen.join(' | ') || 'it is empty'}.${nearest} See docs/import.md.`
  return new UnreadableFile('unknown_header', message, { detail: lacking })
}
