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

/** A table of any length, piece by piece: what it has written is given away and not kept. */
export type TableWriter = {
  write: (rows: readonly (readonly Cell[])[]) => Uint8Array
  /** The end of the file. */
  end: () => Uint8Array
}

export type TableHead = { title: string; columns: readonly string[] }
