import { randomInt } from 'node:crypto'
import { type APIRequestContext, test as base, expect } from '@playwright/test'
import { type Db, openDatabase } from '../apps/api/src/platform/db.ts'
import { given } from '../apps/api/test/given.ts'
import { watchConsole } from './console.ts'

type Given = ReturnType<typeof given>
export type Entry = { accountNumber: string; house: string; flat: string }
type Meter = Awaited<ReturnType<Given['meter']>>

/** A flat with a cold and a hot water meter, last read in October. */
type Resident = { accountId: string; entry: Entry; cold: Meter; hot: Meter }

type Fixtures = {
  given: Given
  resident: Resident
  /** Opens a session of the browser without the form: only the entry specs fill it in. */
  signIn: (entry: Entry) => Promise<void>
  /** The same account on another device, or a relative with their own phone. */
  otherDevice: (entry: Entry) => Promise<APIRequestContext>
  /** Texts of console errors that the test brings about on purpose, besides refusals of the API. */
  expectedErrors: RegExp[]
  isConsoleWatched: boolean
}

const CONNECTIONS = 2

const COLD_OCTOBER_LITRES = 123_456
const HOT_OCTOBER_LITRES = 87_120

/** Entry failures are counted by address, so everyone comes from an address of their own (a /64 of IPv6). */
const newAddress = () =>
  `2001:db8:${randomInt(0x1_00_00).toString(16)}:${randomInt(0x1_00_00).toString(16)}::1`

export const test = base.extend<Fixtures, { db: Db }>({
  db: [
    async ({ browserName: _any }, provide) => {
      const database = openDatabase(process.env['E2E_DATABASE_URL'] ?? '', CONNECTIONS)
      await provide(database.db)
      await database.close()
    },
    { scope: 'worker' },
  ],
  extraHTTPHeaders: async ({ locale: _any }, provide) => {
    await provide({ 'x-forwarded-for': newAddress() })
  },
  given: async ({ db }, provide) => {
    await provide(given(db))
  },
  resident: async ({ given: arrange }, provide) => {
    const { id, entry } = await arrange.account()
    const cold = await arrange.meter(id, { readings: { '2026-10': COLD_OCTOBER_LITRES } })
    const hot = await arrange.meter(id, { service: 'hot', readings: { '2026-10': HOT_OCTOBER_LITRES } })
    await provide({ accountId: id, entry, cold, hot })
  },
  signIn: async ({ page }, provide) => {
    await provide((entry) => openSession(page.request, entry))
  },
  otherDevice: async ({ playwright, baseURL }, provide) => {
    const devices: APIRequestContext[] = []
    await provide(async (entry) => {
      const device = await playwright.request.newContext({
        baseURL: baseURL ?? '',
        extraHTTPHeaders: { 'x-forwarded-for': newAddress() },
      })
      devices.push(device)
      await openSession(device, entry)
      return device
    })
    for (const device of devices) await device.dispose()
  },
  expectedErrors: async ({ locale: _any }, provide) => {
    await provide([])
  },
  // Every journey also proves that nothing complains behind the scenes, the content security policy included.
  isConsoleWatched: [
    async ({ context, expectedErrors }, provide) => {
      const complaints = watchConsole(context)
      await provide(true)
      expect(complaints.filter((text) => !expectedErrors.some((expected) => expected.test(text)))).toEqual([])
    },
    { auto: true },
  ],
})

async function openSession(request: APIRequestContext, entry: Entry): Promise<void> {
  const response = await request.post('/api/v1/guest-session', { data: entry })
  expect(response.status()).toBe(201)
}

export { expect } from '@playwright/test'
