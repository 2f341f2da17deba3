import type { StaffRole } from '@rodnik/contract/endpoint'
import type { DeskMeter, NewMeter, WorkDone, WorkWish } from '@rodnik/contract/meter-works'
import type { Api } from './api.ts'
import { aMember } from './staff.ts'

export const NEW_METER: NewMeter = {
  type: 'СХВ-20',
  serial: '900001',
  place: 'кухня',
  wholeDigits: 5,
  fractionDigits: 3,
  nominalLitresPerHour: 1500,
  verifiedOn: '2026-10-01',
  verificationDueOn: '2032-10-01',
  sealNumber: 'П-77',
  valueLitres: 500,
}

type Owned = { account: { id: string }; meter: { id: string } }

/** What a member of staff does with meters. */
export async function meterDesk(api: Api, roles: StaffRole[] = ['operator']) {
  const member = await aMember(api, roles, 'Ольга')
  return {
    member,
    work: ({ account, meter }: Owned, wish: WorkWish) =>
      member.post(`/staff/accounts/${account.id}/meters/${meter.id}/works`, wish),
    done: (answer: { json: () => unknown }) => answer.json() as WorkDone,
    meters: async ({ account }: Pick<Owned, 'account'>) =>
      (await member.get(`/staff/accounts/${account.id}/meters`)).json<{ meters: DeskMeter[] }>().meters,
  }
}
export type MeterDesk = Awaited<ReturnType<typeof meterDesk>>

export const replacement = (changes: Partial<Extract<WorkWish, { kind: 'replace' }>> = {}) =>
  ({
    kind: 'replace',
    doneOn: '2026-11-20',
    actNumber: '12-З',
    valueLitres: 125_000,
    meter: NEW_METER,
    ...changes,
  }) satisfies WorkWish
