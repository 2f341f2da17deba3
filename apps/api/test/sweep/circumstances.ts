import type { Circumstances } from '@rodnik/contract/circumstances'
import { type Api, guestOf } from '../api.ts'
import { anOwner } from '../people.ts'
import type { aMember } from '../staff.ts'

const ABSENCE = {
  leftOn: '2026-11-02',
  returnedOn: null,
  persons: 1,
  proof: 'hospital',
  document: 'Выписка № 8',
  appliedOn: '2026-11-01',
}
const INTERRUPTION = { service: 'cold_water', startedOn: '2026-11-03', hours: 20, actNumber: '7-А' }

/** A flat without a meter where somebody is away, and where there was no water for a day. */
export async function aFlatWithFacts({ given, db }: Api, clerk: Awaited<ReturnType<typeof aMember>>) {
  const account = await given.account()
  await db.account.update({ where: { id: account.id }, data: { residentsCount: 2, isMeterImpossible: true } })
  const root = `/staff/accounts/${account.id}`
  await clerk.post(`${root}/absences`, ABSENCE)
  await clerk.post(`${root}/interruptions`, INTERRUPTION)
  const { absences, interruptions } = (await clerk.get(`${root}/circumstances`)).json<Circumstances>()
  return { account, absenceId: absences[0]?.id ?? '', interruptionId: interruptions[0]?.id ?? '' }
}

/** A guest has sent more than the owner had: that reading waits for somebody to decide. */
export async function aWaitingReading(api: Api) {
  const { account, meter, post } = await anOwner(api)
  await post(`/my/accounts/${account.id}/submissions`, {
    readings: [{ meterId: meter.id, valueLitres: 126_000 }],
  })
  await (await guestOf(api, account.entry)).submit([{ meterId: meter.id, valueLitres: 127_000 }])
  const { revision } = await api.db.reading.findFirstOrThrow({
    where: { meterId: meter.id },
    orderBy: { revision: 'desc' },
  })
  return { meterId: meter.id, revision: String(revision) }
}
