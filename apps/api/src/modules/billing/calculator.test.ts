import { ChargeLine } from '@rodnik/contract/charges'
import type { ReferenceRow } from '@rodnik/contract/reference'
import { chargeMonth } from '@rodnik/domain/billing/charge-month'
import {
  type ImaginedAccount,
  type ImaginedMeters,
  imaginedFacts,
} from '@rodnik/domain/billing/imagined-account'
import { chargeReference } from '@rodnik/domain/reference/charge-reference'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { type Api, startApi } from '../../../test/api.ts'
import { closeMonths } from '../../../test/close-months.ts'

const PERIOD = '2026-10'

let api: Api
/** By what is imagined, the account that is exactly so. */
const accounts = new Map<string, string>()

const flat = (water: ImaginedAccount['water'], facts: Partial<ImaginedAccount> = {}): ImaginedAccount => ({
  period: PERIOD,
  housingGroup: 'full_amenities',
  hasSewer: true,
  persons: 2,
  water,
  ...facts,
})
const metered = (state: ImaginedMeters['state'], hotLitres: number | null = 3210) =>
  flat({ metering: 'meter', coldLitres: 5432, hotLitres, state })

const IMAGINED: Record<string, ImaginedAccount> = {
  'read every month': metered({ kind: 'read' }),
  'read, with one meter': metered({ kind: 'read' }, null),
  'silent for a month': metered({ kind: 'silent', months: 1 }),
  'silent for three months': metered({ kind: 'silent', months: 3 }),
  'silent for four months': metered({ kind: 'silent', months: 4 }),
  'verified until last month': metered({ kind: 'expired', months: 1 }),
  'out of verification for four months': metered({ kind: 'expired', months: 4 }),
  'without a meter': flat({ metering: 'none' }),
  'where no meter can be': flat({ metering: 'impossible' }, { persons: 0 }),
  'with hot water, without a sewer': flat(
    { metering: 'meter', coldLitres: 1999, hotLitres: null, state: { kind: 'read' } },
    { housingGroup: 'central_hot_water', hasSewer: false },
  ),
}

/** What the page reckons with is written into the database as imports and clerks would write it. */
async function make(imagined: ImaginedAccount): Promise<string> {
  const { meters, isMeterImpossible } = imaginedFacts(imagined)
  const { id } = await api.given.account()
  const { housingGroup, hasSewer, persons: residentsCount } = imagined
  await api.db.account.update({
    where: { id },
    data: { housingGroup, hasSewer, residentsCount, isMeterImpossible },
  })
  for (const { service, verificationDueOn, historyLitres, opening, readings } of meters) {
    const last = monthOfLast(imagined)
    const values = [opening?.valueLitres ?? 0, ...readings.map(({ valueLitres }) => valueLitres)]
    const months = readingsUpTo(last, values.at(-1) ?? 0, historyLitres[0] ?? 0)
    await api.given.meter(id, { service, verificationDueOn, readings: months })
  }
  return id
}

const monthOfLast = ({ water }: ImaginedAccount) =>
  water.metering === 'meter' && water.state.kind !== 'read' ? 10 - water.state.months : 10

/** Eight months of equal volumes, the last of them in that month of 2026. */
const readingsUpTo = (month: number, valueLitres: number, each: number) =>
  Object.fromEntries(
    Array.from({ length: 8 }, (_, i) => {
      const at = new Date(Date.UTC(2026, month - 1 - i, 1)).toISOString().slice(0, 7)
      return [at, valueLitres - i * each]
    }),
  )

// The months of a city are closed once: what is final stays.
beforeAll(async () => {
  api = await startApi()
  for (const [name, imagined] of Object.entries(IMAGINED)) accounts.set(name, await make(imagined))
  await closeMonths(api, PERIOD)
})
afterAll(() => api.stop())

const withoutIds = (lines: readonly ChargeLine[]) =>
  JSON.stringify(lines).replaceAll(/"meterId":"[^"]*"/g, '"meterId":"…"')

const ask = (period: string) => api.app.inject({ url: `/api/v1/charge-reference/${period}` })

async function calculated(imagined: ImaginedAccount): Promise<ChargeLine[]> {
  const answer = await ask(PERIOD)
  const found = chargeReference(answer.json<{ rows: ReferenceRow[] }>().rows, PERIOD)
  if (!found.ok) throw new Error(found.missing.join())
  const month = chargeMonth(imaginedFacts(imagined), found.reference)
  return month.ok ? month.lines : []
}

test.each(Object.keys(IMAGINED))(
  'what the calculator shows for a flat %s is what it is charged',
  async (name) => {
    const imagined = IMAGINED[name]
    const charges = await api.db.charge.findMany({
      where: { accountId: accounts.get(name) ?? '' },
      orderBy: { service: 'asc' },
    })
    const lines = charges.flatMap((charge) => z.array(ChargeLine).parse(charge.lines))

    expect(lines.length).toBeGreaterThan(0)
    expect(JSON.parse(withoutIds(imagined ? await calculated(imagined) : []))).toEqual(
      JSON.parse(withoutIds(lines)),
    )
  },
)

test('whoever comes may ask what a month is charged by; of one long ago nothing is known', async () => {
  const { rows } = (await ask(PERIOD)).json<{ rows: ReferenceRow[] }>()

  expect(new Set(rows.map(({ kind }) => kind))).toEqual(
    new Set([
      'tariff',
      'norm',
      'coefficient',
      'vat',
      'average_rules',
      'interruption_rules',
      'absence_rules',
      'legal_rules',
      'recalculation_rules',
      'charge_policies',
    ]),
  )
  expect((await ask('1999-01')).json()).toEqual({ period: '1999-01', rows: [] })
  expect((await ask('2026-13')).json()).toMatchObject({ code: 'invalid_request' })
})
