import type { RegisterName, RegisterWish } from '@rodnik/contract/registers'
import type { Prisma } from './prisma/client.ts'
import type { Cell } from './spreadsheets/table.ts'

type Language = 'ru' | 'en'
type Words = { title: string; columns: readonly string[] }

export type FilterOf<Name extends RegisterName> = Extract<RegisterWish, { register: Name }>['filter']

/** Of a row: where it stands in the order, and whose account it is. */
export type RegisterRow = { key1: string; key2: string; id: string }

/**
 * A register of the console as data: what is read, in which order, and how a row is written. Pages and files are made of
 * it by one mechanism; a module that has one exports it, and `modules/staff/registers/registers.ts` lists it.
 */
export type Register<Name extends RegisterName = RegisterName, Row extends RegisterRow = RegisterRow> = {
  name: Name
  words: Record<Language, Words>
  /** The columns of a row; `key1`, `key2` and `id` are added. */
  select: Prisma.Sql
  /** @param today the business day */
  from: (filter: FilterOf<Name>, today: string) => Prisma.Sql
  id: Prisma.Sql
  /** What rows are ordered by, unique together; a text of the form that a cursor may hold is read as the type. */
  order: { key1: Prisma.Sql; type1: Prisma.Sql; form1: RegExp; key2: Prisma.Sql; type2: Prisma.Sql }
  /** All of them hold. @param today the business day */
  conditions: (filter: FilterOf<Name>, today: string) => Prisma.Sql[]
  cells: (row: Row, language: Language) => Cell[]
}
