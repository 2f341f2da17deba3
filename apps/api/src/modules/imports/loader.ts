import type { ClientBase } from 'pg'
import type { Layout } from './recognise-header.ts'
import type { Rules } from './row-types.ts'

/** What loading does to the rows that were not refused. */
export type Effect = { added: number; changed: number; unchanged: number }

/** Whose doing it is, as the ledger and the audit log name them. */
export type Author = {
  actor: string
  /** Of the console; null where the command loads. */
  runId: string | null
}

export const theCommand: Author = { actor: 'import', runId: null }

export type LoadContext = {
  layout: Layout
  rules: Rules
  /** Readings of months that are already counted may be replaced by new versions. */
  isReplacing: boolean
  by: Author
}

/** The three steps after staging, each of them whole-file SQL on the table `staged`. */
export type Loader = {
  /** Writes the reason into the rows that cannot be taken. */
  check: (client: ClientBase, context: LoadContext) => Promise<void>
  count: (client: ClientBase, context: LoadContext) => Promise<Effect>
  apply: (client: ClientBase, context: LoadContext) => Promise<void>
}

/**
 * A random id that begins with the time (UUID 7, in SQL that PostgreSQL 15 knows too): rows loaded
 * together stand together in every index.
 */
export const timeOrderedId = `encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
  PLACING substring(int8send((extract(epoch FROM clock_timestamp()) * 1000)::bigint) FROM 3)
  FROM 1 FOR 6), 52, 1), 53, 1), 'hex')::uuid`

/** The columns that the file has: what it does not have is left as it is in the database. */
export function presentColumns(context: LoadContext, fields: readonly string[]): string[] {
  return fields.filter((field) => context.layout.positions.has(field))
}
