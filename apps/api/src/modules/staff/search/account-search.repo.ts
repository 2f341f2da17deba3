import type { FoundBy, FoundThing } from '@rodnik/contract/staff-search'
import type { SearchQuery } from '@rodnik/domain/staff/search-query'
import type { Tx } from '../../../platform/db.ts'
import { FOUND_LIMIT } from '../../../platform/finder.ts'
import { Prisma } from '../../../platform/prisma/client.ts'
import { withStreets } from '../../../platform/streets.sql.ts'
import { addressLine } from './address-line.sql.ts'

const columns = (foundBy: FoundBy) => Prisma.sql`
  a.id, a.number AS name, ${addressLine} AS place, a.holder_name AS person, ${foundBy}::text AS "foundBy",
  a.closed_on IS NOT NULL AS "isOver"`

const ACCOUNTS = Prisma.sql`accounts a JOIN premises p ON p.id = a.premises_id`

const find = (tx: Tx, query: Prisma.Sql) => tx.$queryRaw<FoundThing[]>`${query} LIMIT ${FOUND_LIMIT}`

const ACCOUNT_DIGITS = 10

/** Numbers have ten digits, so their beginning is a range, which the index of numbers answers. */
export const findByNumberStart = (tx: Tx, start: string) =>
  find(
    tx,
    Prisma.sql`SELECT ${columns('number')} FROM ${ACCOUNTS}
      WHERE a.number BETWEEN ${start.padEnd(ACCOUNT_DIGITS, '0')} AND ${start.padEnd(ACCOUNT_DIGITS, '9')}
      ORDER BY a.number`,
  )

/** The digits that somebody can read on a torn receipt, anywhere in the number. */
export const findByNumberPart = (tx: Tx, digits: string) =>
  find(
    tx,
    Prisma.sql`SELECT ${columns('number')} FROM ${ACCOUNTS} WHERE a.number::text LIKE ${`%${digits}%`}`,
  )

/** Letters and digits of `readSearch` and of the keys; quoted all the same. */
const lexeme = (text: string) => `'${text.replaceAll(/['\\]/g, '$&$&')}'`
const allOf = (parts: string[]) => parts.join(' & ')
const beginnings = (words: string[]) => words.map((word) => `${lexeme(word)}:*`)

/** `isWhole`: house and flat are these; else they begin so, for what is still being typed. */
function addressText({ words, addresses }: SearchQuery, isWhole: boolean): string {
  const end = isWhole ? '' : ':*'
  const places = addresses.map(({ house, flat }) =>
    flat === null
      ? `${lexeme(`h:${house}`)}${end}`
      : `(${lexeme(`h:${house}`)} & ${lexeme(`f:${flat}`)}${end})`,
  )
  return allOf([...beginnings(words), ...(places.length > 0 ? [`(${places.join(' | ')})`] : [])])
}

export const findByAddress = (tx: Tx, query: SearchQuery, { isWhole }: { isWhole: boolean }) =>
  find(
    tx,
    Prisma.sql`SELECT ${columns('address')} FROM ${ACCOUNTS}
      WHERE address_words(p.street, p.house_weak_key, p.flat_key) @@ ${addressText(query, isWhole)}::tsquery`,
  )

const SIMILAR_STREETS = 3
/** «свабоды» for «Свободы» is 0.6, one wrong letter of five is 0.5; below it streets have nothing in common. */
const LEAST_SIMILARITY = 0.4

/** Streets that look like the typed words, the likest first. */
export async function findSimilarStreets(tx: Tx, typed: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ street: string }[]>`
    ${withStreets}, likened AS MATERIALIZED (
      SELECT street, word_similarity(${typed}, translate(lower(street), 'ё', 'е')) AS likeness
      FROM streets
    )
    SELECT street FROM likened WHERE likeness >= ${LEAST_SIMILARITY}
    ORDER BY likeness DESC, length(street), street LIMIT ${SIMILAR_STREETS}`
  return rows.map(({ street }) => street)
}

export const findByHolder = (tx: Tx, words: string[]) =>
  find(
    tx,
    Prisma.sql`SELECT ${columns('holder')} FROM ${ACCOUNTS}
      WHERE holder_words(a.holder_name) @@ ${allOf(beginnings(words))}::tsquery`,
  )

/** Accounts of the people whose phone or e-mail it is, and of the organisations that gave it as theirs. */
export const findByContact = (tx: Tx, { phone, email }: Pick<SearchQuery, 'phone' | 'email'>) =>
  find(
    tx,
    Prisma.sql`SELECT ${columns('contact')} FROM ${ACCOUNTS} WHERE a.id IN (
        SELECT l.account_id FROM users u JOIN account_links l ON l.user_id = u.id AND l.ended_at IS NULL
        WHERE u.phone = ${phone} OR u.email = ${email}
        UNION ALL
        SELECT oa.account_id FROM organisations o JOIN organisation_accounts oa ON oa.organisation_id = o.id
        WHERE o.contact_email = ${email}
      )`,
  )

/** By the number of the contract that a legal entity has for it. */
export const findByContract = (tx: Tx, contract: string) =>
  find(
    tx,
    Prisma.sql`SELECT ${columns('contract')} FROM legal_terms t JOIN ${ACCOUNTS} ON a.id = t.account_id
      WHERE translate(lower(t.contract_number), 'ё', 'е') = ${contract}`,
  )
