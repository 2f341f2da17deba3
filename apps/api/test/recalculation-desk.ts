import type { Bill } from '@rodnik/contract/bills'
import type { Recalculation, RecalculationFacts, RecalculationPreview } from '@rodnik/contract/recalculations'
import { type Api, signedIn } from './api.ts'
import { aResident } from './people.ts'

export const SPRING = { '2026-04': 100_000, '2026-05': 103_000, '2026-06': 106_000, '2026-07': 109_000 }
export const AUGUST = { kind: 'months', from: '2026-08', to: '2026-08' } as const
export const REASON = 'Заявление № 5: ошибка в показании'

const day = (date: string) => new Date(`${date}T00:00:00Z`)

/** A resident, the meter of the flat, and where its bills and recalculations are. */
export async function aFlat(api: Api, readings: Record<string, number>) {
  const person = await aResident(api)
  const account = await api.given.account()
  await api.db.account.update({ where: { id: account.id }, data: { residentsCount: 2 } })
  const meter = await api.given.meter(account.id, { readings })
  await api.given.link(person.id, account.id)
  const url = `/staff/accounts/${account.id}/recalculations`
  return { ...person, account, meter, url, bills: `/my/accounts/${account.id}/bills` }
}
export type Flat = Awaited<ReturnType<typeof aFlat>>

/** What a clerk does with recalculations, and what comes of it. */
export async function recalculationDesk(api: Api) {
  const anna = await signedIn(api, await api.given.person({ roles: ['clerk'], name: 'Анна' }))
  const chargesOf = ({ account }: Flat, period: string) =>
    api.db.charge.findMany({
      where: { accountId: account.id, period: day(`${period}-01`) },
      orderBy: { service: 'asc' },
    })
  return {
    anna,
    chargesOf,
    ask: ({ url }: Flat, facts: RecalculationFacts = AUGUST, reason = REASON) =>
      anna.post(url, { facts, reason }),
    preview: async ({ url }: Flat, facts: RecalculationFacts = AUGUST) =>
      (await anna.post(`${url}/preview`, { facts })).json<RecalculationPreview>(),
    listed: async ({ url }: Flat) =>
      (await anna.get(url)).json<{ recalculations: Recalculation[]; closed: unknown }>(),

    /** A reading that replaces what is known of a month. */
    async corrected({ meter }: Flat, period: string, valueLitres: number) {
      const revision = (await api.db.reading.count({ where: { meterId: meter.id } })) + 1
      const taken = { period: day(`${period}-01`), takenOn: day(`${period}-22`), source: 'staff' } as const
      await api.db.reading.create({
        data: { meterId: meter.id, revision, valueLitres, usedLitres: 0, ...taken },
      })
    },

    /** The lines of recalculations in a draft or bill: month, service, litres, kopecks. */
    async added(flat: Flat, period: string) {
      const charges = await chargesOf(flat, period)
      const lines = charges.flatMap((charge) => charge.lines as Bill['services'][0]['lines'])
      return lines
        .filter((line) => 'recalculation' in line)
        .map((line) => [line.period, line.service, line.litres, line.amountKopecks])
    },

    async chargedInAll({ account }: Flat) {
      const charges = await api.db.charge.findMany({ where: { accountId: account.id } })
      const sumOf = (field: 'litres' | 'amountKopecks') =>
        charges.reduce((sum, charge) => sum + charge[field], 0n)
      return { litres: sumOf('litres'), amountKopecks: sumOf('amountKopecks') }
    },
  }
}
