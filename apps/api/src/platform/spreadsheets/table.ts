/** A value with its unit: each format writes it as its readers take it. Null: an empty cell. */
export type Cell =
  | string
  | null
  | { kopecks: number }
  | { litres: number }
  /** ISO, 2026-11-23. */
  | { day: string }
  /** 2026-11. */
  | { period: string }

export type Table = { title: string; columns: readonly string[]; rows: readonly (readonly Cell[])[] }
