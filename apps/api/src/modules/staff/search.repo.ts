import type { FoundAccount } from '@rodnik/contract/staff-accounts'
import type { SearchQuery } from '@rodnik/domain/staff/search-query'
import type { Tx } from '../../platform/db.ts'
import { Prisma } from '../../platform/prisma/client.ts'
import { isoDay } from './iso-day.ts'

/** As many as anyone reads; one more tells that there are more. */
export const MAX_FOUND = 50

type Found = Omit<FoundAccount, 'closedOn'> & { closedOn: Date | null }

const columns = (foundBy: FoundAccount['foundBy']) => Prisma.sql`
  a.id, a.number, p.street, p.house, p.flat, a.holder_name AS "holderName", a.closed_on AS "closedOn",
  ${foundBy}::text AS "foundBy"`

const ACCOUNTS = Prisma.sql`accounts a JOIN premises p ON p.id = a.premises_id`

const find = async (tx: Tx, query: Prisma.Sql): Promise<FoundAccount[]> => {
  const rows = await tx.$queryRaw<Found[]>`${query} LIMIT ${MAX_FOUND + 1}`
  return rows.map(({ closedOn, ...row }) => ({ ...row, closedOn: isoDay(closedOn) }))
}

const ACCOUNT_DIGITS = 10

/** Numbers have ten digits, so their beginning is a range, which the index of numbers answers. */
export const findByNumber = (tx: Tx, start: string) =>
  find(
    tx,
    Prisma.sql`SELECT ${columns('number')} FROM ${ACCOUNTS}
      WHERE a.number BETWEEN ${start.padEnd(ACCOUNT_DIGITS, '0')} AND ${start.padEnd(ACCOUNT_DIGITS, '9')}
      ORDER BY a.number`,
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
