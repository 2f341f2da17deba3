import type { Layout } from './recognise-header.ts'
import {
  type Column,
  isReason,
  type Reason,
  type Rules,
  refuse,
  type Value,
  type Values,
} from './row-types.ts'

/**
 * Reads the cells of one row. The answer has every column of the kind, absent ones with the meaning of
 * an empty cell, and the derived ones; or the first reason why the row cannot be taken.
 */
export function parseRow(cells: readonly string[], layout: Layout, rules: Rules): Values | Reason {
  if (cells.length > layout.width && cells.slice(layout.width).some((cell) => cell.trim() !== '')) {
    return refuse('too_many_cells')
  }
  const values: Values = {}
  for (const column of layout.kind.columns) {
    const position = layout.positions.get(column.field)
    const value = readCell(position === undefined ? '' : (cells[position] ?? ''), column)
    if (isReason(value)) return placed(value, column)
    values[column.field] = value
  }
  return layout.kind.finish(values, rules) ?? values
}

export function isRefused(row: Values | Reason): row is Reason {
  return typeof row['reason'] === 'string'
}

function readCell(raw: string, column: Column): Value | Reason {
  const cell = withoutGuard(raw)
  if (cell.trim() !== '') return column.read(cell)
  return column.whenEmpty === undefined ? refuse('empty') : column.whenEmpty
}

/** Spreadsheets mark a text that would else be a formula with an apostrophe. */
function withoutGuard(cell: string): string {
  return cell.startsWith("'") && /^'[=+\-@\t]/.test(cell) ? cell.slice(1) : cell
}

/** Readers of cells do not know which column they read. */
function placed({ reason }: Reason, column: Column): Reason {
  return { reason: reason.replace('||', () => `|${column.field}|`) }
}
