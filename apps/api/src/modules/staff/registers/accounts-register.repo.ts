import { Prisma } from '../../../platform/prisma/client.ts'
import type { FilterOf, Register, RegisterRow } from '../../../platform/register.ts'
import { onStreetLike } from './street-words.sql.ts'

type Row = RegisterRow & {
  number: string
  address: string
  holder: string
  residents: number
  meters: number
  kopecks: bigint
  closedOn: string | null
}

/** What stands in the ledger for the account now: a fold of its own entries, from the index alone. */
const owed = Prisma.sql`(SELECT coalesce(sum(e.amount_kopecks), 0)::bigint FROM ledger_entries e WHERE e.account_id = a.id)`

const inPlace = Prisma.sql`SELECT FROM meters m WHERE m.account_id = a.id AND m.removed_on IS NULL`

const KOPECKS = 100n

/** Debtors are found by what was last counted for the whole city; who has paid since is left out by the ledger. */
const debtors = (roubles: string) => {
  const kopecks = BigInt(roubles) * KOPECKS
  return [
    Prisma.sql`a.id IN (SELECT account_id FROM account_debts WHERE kopecks > ${kopecks})`,
    Prisma.sql`${owed} > ${kopecks}`,
  ]
}

const conditions = (filter: FilterOf<'accounts'>) => [
  ...onStreetLike(filter.street),
  ...(filter.debtOver === undefined ? [] : debtors(filter.debtOver)),
  ...(filter.noMeter ? [Prisma.sql`NOT EXISTS (${inPlace})`] : []),
  ...(filter.accountlessOff ? [Prisma.sql`NOT a.is_accountless_allowed`] : []),
  filter.closed ? Prisma.sql`a.closed_on IS NOT NULL` : Prisma.sql`a.closed_on IS NULL`,
]

export const accountsRegister: Register<'accounts', Row> = {
  name: 'accounts',
  words: {
    ru: {
      title: 'Лицевые счета',
      columns: ['Лицевой счёт', 'Адрес', 'Абонент', 'Проживает', 'Счётчиков', 'Долг, ₽', 'Закрыт'],
    },
    en: {
      title: 'Accounts',
      columns: ['Account', 'Address', 'Holder', 'Residents', 'Meters', 'Debt, ₽', 'Closed'],
    },
  },
  select: Prisma.sql`
    a.number, p.street || ', ' || p.house || CASE WHEN p.flat = '' THEN '' ELSE '-' || p.flat END AS address,
    a.holder_name AS holder, a.residents_count::int AS residents,
    (SELECT count(*)::int FROM meters m WHERE m.account_id = a.id AND m.removed_on IS NULL) AS meters,
    ${owed} AS kopecks, a.closed_on::text AS "closedOn"`,
  from: () => Prisma.sql`accounts a JOIN premises p ON p.id = a.premises_id`,
  id: Prisma.sql`a.id`,
  order: {
    key1: Prisma.sql`a.number`,
    type1: Prisma.sql`char(10)`,
    form1: /^\d{10}$/,
    key2: Prisma.sql`a.id`,
    type2: Prisma.sql`uuid`,
  },
  conditions,
  cells: ({ number, address, holder, residents, meters, kopecks, closedOn }) => [
    number,
    address,
    holder,
    String(residents),
    String(meters),
    { kopecks: Number(kopecks) },
    closedOn === null ? null : { day: closedOn },
  ],
}
