import type { Api } from './api.ts'
import { aLegalEntity } from './organisations.ts'
import { aResident } from './people.ts'

/** 10 m³ in August, 12 in September, 15 in October. */
const READINGS = { '2026-07': 100_000, '2026-08': 110_000, '2026-09': 122_000, '2026-10': 137_000 }

export type Shop = Awaited<ReturnType<typeof aShop>>

/** An organisation with one account, a meter, and a contract with an advance of 30 % by the 18th. */
export async function aShop(api: Api) {
  const person = await aResident(api)
  const account = await api.given.account()
  await api.db.account.update({ where: { id: account.id }, data: { kind: 'legal', residentsCount: 0 } })
  await api.given.meter(account.id, { readings: READINGS })
  await api.given.link(person.id, account.id)
  const { kind, name, inn, kpp, ogrn } = aLegalEntity()
  const organisation = await api.db.organisation.create({ data: { kind, name, inn, kpp, ogrn } })
  await api.db.organisationAccount.create({
    data: { accountId: account.id, organisationId: organisation.id },
  })
  await api.db.legalTerms.create({
    data: {
      accountId: account.id,
      contractNumber: 'В-117/2024',
      contractSignedOn: new Date('2024-03-12'),
      advancePercent: 30,
      advanceDay: 18,
    },
  })
  const documents = `/my/accounts/${account.id}/documents`
  const act = (file: string, days: string) =>
    person.get(`/my/accounts/${account.id}/reconciliation${file}?${days}`)
  return { ...person, account, organisation: { name, inn }, documents, act }
}
