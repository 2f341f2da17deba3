import { randomInt } from 'node:crypto'
import type { StaffRole } from '@rodnik/contract/endpoint'
import { flatKey } from '@rodnik/domain/addresses/flat-key'
import { houseKey, houseWeakKey } from '@rodnik/domain/addresses/house-key'
import { addDays } from '@rodnik/domain/calendar/days'
import type { Db } from '../src/platform/db.ts'

type Address = { street?: string; house?: string; flat?: string }
type AccountFacts = Address & {
  number?: string
  kind?: 'resident' | 'legal'
  isAccountlessAllowed?: boolean
  closedOn?: string
  holderName?: string
  residentsCount?: number
}
type MeterFacts = {
  service?: 'cold' | 'hot'
  serial?: string
  wholeDigits?: number
  verificationDueOn?: string | null
  removedOn?: string
  /** Readings by month: { '2026-10': 123_456 }. */
  readings?: Record<string, number>
}

const day = (iso: string) => new Date(`${iso}T00:00:00Z`)
const randomDigits = (count: number) => String(randomInt(10 ** count)).padStart(count, '0')

type PersonFacts = {
  kind?: 'resident' | 'organisation' | 'staff'
  email?: string
  name?: string
  phone?: string
  roles?: StaffRole[]
}

/** Test data by intent: given(db).account() makes an account with everything it needs. */
export const given = (db: Db) => ({
  async account(facts: AccountFacts = {}) {
    const { street = `улица ${randomDigits(8)}`, house = '12а', flat = '45', closedOn, ...rest } = facts
    const keys = { houseKey: houseKey(house), houseWeakKey: houseWeakKey(house), flatKey: flatKey(flat) }
    const account = await db.account.create({
      data: {
        number: `314${randomDigits(7)}`,
        ...rest,
        ...(closedOn && { closedOn: day(closedOn) }),
        premises: { create: { street, house, flat, ...keys } },
      },
    })
    return { ...account, house, flat, entry: { accountNumber: account.number, house, flat } }
  },

  /** Someone who could sign in; `roles` make them staff with a second factor. */
  async person({ kind, roles, ...facts }: PersonFacts = {}) {
    const isStaff = roles !== undefined || kind === 'staff'
    const user = await db.user.create({
      data: {
        kind: isStaff ? 'staff' : (kind ?? 'resident'),
        ...(kind === 'organisation'
          ? { login: `U-${randomDigits(8)}` }
          : { email: `person-${randomDigits(10)}@example.ru` }),
        ...facts,
      },
    })
    if (isStaff) {
      await db.staffRole.createMany({ data: (roles ?? []).map((role) => ({ userId: user.id, role })) })
      await db.secondFactor.create({
        data: { userId: user.id, secret: Buffer.from('not used'), confirmedAt: new Date() },
      })
    }
    return user
  },

  /** A person's right to an account. */
  link: (
    userId: string,
    accountId: string,
    facts: { role?: 'owner' | 'helper'; canSubmit?: boolean; canPay?: boolean; givenById?: string } = {},
  ) => db.accountLink.create({ data: { userId, accountId, role: 'owner', proof: 'given', ...facts } }),

  async meter(accountId: string, facts: MeterFacts = {}) {
    const { readings = { '2026-10': 123_456 }, verificationDueOn = '2029-03-14', removedOn, ...rest } = facts
    const meter = await db.meter.create({
      data: {
        accountId,
        service: 'cold',
        type: 'СХВ-15',
        serial: randomDigits(8),
        place: 'кухня',
        installedOn: day('2023-03-14'),
        ...rest,
        verificationDueOn: verificationDueOn === null ? null : day(verificationDueOn),
        ...(removedOn && { removedOn: day(removedOn) }),
      },
    })
    const months = Object.entries(readings).toSorted(([a], [b]) => (a < b ? -1 : 1))
    await db.reading.createMany({
      data: months.map(([period, valueLitres], i) => ({
        meterId: meter.id,
        revision: i + 1,
        period: day(`${period}-01`),
        valueLitres,
        usedLitres: valueLitres - (months[i - 1]?.[1] ?? valueLitres),
        takenOn: day(addDays(`${period}-01`, 21)),
        source: 'import' as const,
      })),
    })
    return meter
  },
})
