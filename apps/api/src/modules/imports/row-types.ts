export type FileKind = 'accounts' | 'meters' | 'readings' | 'balances' | 'contracts'

/** A cell after reading: what is written into the staging table. */
export type Value = string | number | boolean | null

/** Why a row is not taken: `code|column|detail`, the last two perhaps empty. Texts are in reasons.ts. */
export type Reason = { readonly reason: string }

/** What the rows of a file are checked against besides each other. */
export type Rules = { accountPrefix: string; today: string }

export type Column = {
  /** Name in the staging table and, mostly, in the real one. */
  field: string
  sqlType: string
  russian: string
  english: string
  /** Other headers that mean the same. */
  aliases?: readonly string[]
  /** The file must have the column. */
  isRequired?: boolean
  /** What an empty cell means; with no such meaning the cell must be filled. */
  whenEmpty?: Value
  read: (cell: string) => Value | Reason
}

export type Values = Record<string, Value>

export type Kind = {
  name: FileKind
  columns: readonly Column[]
  /** Columns of the staging table that are computed from the others. */
  derived: readonly { field: string; sqlType: string }[]
  /** Checks of several cells together; fills the derived values. */
  finish: (values: Values, rules: Rules) => Reason | null
}

export function refuse(code: string, column = '', detail = ''): Reason {
  const clean = detail.replaceAll('\u0000', '\uFFFD')
  return { reason: `${code}|${column}|${clean.length > 60 ? `${clean.slice(0, 60)}…` : clean}` }
}

export function isReason(value: Value | Reason): value is Reason {
  return typeof value === 'object' && value !== null
}
