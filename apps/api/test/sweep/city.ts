import type { IssuedCredentials } from '@rodnik/contract/organisations'
import type { Recalculation } from '@rodnik/contract/recalculations'
import type { CreditedPayment } from '@rodnik/contract/staff-payments'
import { noteDifference } from '../../src/modules/payments/reconciliation/differences.repo.ts'
import { makeExports } from '../../src/modules/people/make-exports.service.ts'
import { makeFiles } from '../../src/modules/staff/registers/make-file.service.ts'
import { pays } from '../acquirer.ts'
import { type Api, signedIn } from '../api.ts'
import { bankDesk, inEncoding, keyOf, sberText } from '../bank-files.ts'
import { closeMonths } from '../close-months.ts'
import { aHelper, invite } from '../helpers.ts'
import { aReadMeter, importRunsDesk } from '../import-runs.ts'
import { aLegalEntity } from '../organisations.ts'
import { aPayer, type Shop } from '../paying.ts'
import { aShop } from '../shops.ts'
import { aMember } from '../staff.ts'
import { terminalNetwork } from '../terminals.ts'
import { aFlatWithFacts, aWaitingReading } from './circumstances.ts'
import { aGuestWithVisit, paperwork } from './paperwork.ts'

const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined }
const REASON = 'Заявление № 5: ошибка в показании'

type Staff = Awaited<ReturnType<typeof aMember>>

/** Anna's: a household with everything that a household can have. Nobody of the sweep has a right to any of it. */
async function aHousehold({ api }: Shop) {
  const { owner, linkId } = await aHelper(api, { canSubmit: false })
  const { account, meter } = owner
  const invitation = (await invite(owner, 'cousin@example.ru')).json<{ id: string }>()
  const readings = [{ meterId: meter.id, valueLitres: 126_670 }]
  const sent = await owner.post(`/my/accounts/${account.id}/submissions`, { readings })
  const { id: exportId } = (await owner.post('/my/exports')).json<{ id: string }>()
  await makeExports({ db: api.db, log: SILENT })
  const { number } = sent.json<{ number: string }>()
  return { owner, account, meter, linkId, invitationId: invitation.id, number, exportId }
}

/** Money that a bank has brought: known by the account that has it, and by the number of the posting. */
async function aPaidAccount(shop: Shop, clerk: Staff) {
  const { account, opens } = await aPayer(shop)
  const { payment } = await opens()
  await pays(payment)
  await shop.bank.quiet()
  await shop.work()
  const listed = await clerk.get(`/staff/accounts/${account.id}/payments`)
  const [credited] = listed.json<{ payments: CreditedPayment[] }>().payments
  return { account, transaction: String(credited?.transaction) }
}

async function aRegistry(api: Api) {
  const desk = await bankDesk(api)
  const row = { key: keyOf('sweep'), account: '3149999999', kopecks: 12_345 }
  const { id } = await desk.take(inEncoding(sberText([row])))
  const waiting = await desk.anna.get('/staff/registries/unmatched')
  return { id, waitingId: waiting.json<{ payments: { id: string }[] }>().payments[0]?.id ?? '' }
}

/** Somebody's files, checked: one row of them has failed. */
async function anImport(api: Api) {
  const desk = await importRunsDesk(api)
  const meter = await aReadMeter(api)
  const { id, files } = await desk.check(meter.file('1'))
  return { id, fileId: files[0]?.id ?? '' }
}

async function aDifference({ db, pool }: Api) {
  const facts = { source: 'acquirer', kind: 'not_posted', subject: 'sweep' } as const
  await noteDifference(pool, { ...facts, ourKopecks: 0, theirKopecks: 100, details: {} })
  const { id } = await db.paymentDifference.findFirstOrThrow({ where: { subject: 'sweep' } })
  return String(id)
}

async function anOrganisation(api: Api, operator: Staff) {
  const made = await operator.post('/staff/organisations', aLegalEntity())
  const { id } = made.json<{ id: string }>()
  const account = await api.given.account({ kind: 'legal' })
  await operator.post(`/staff/organisations/${id}/accounts`, { accountNumber: account.number })
  const order = { document: 'паспорт 75 00 123456' }
  const issued = await operator.post(`/staff/organisations/${id}/credentials`, order)
  return { id, account, login: issued.json<IssuedCredentials>().login }
}

/** Months of the whole city are final, and one of them is to be recalculated for an account. */
async function aRecalculation(api: Api, clerk: Staff) {
  const account = await api.given.account()
  await api.given.meter(account.id, {
    readings: { '2026-07': 100_000, '2026-08': 110_000, '2026-09': 122_000, '2026-10': 137_000 },
  })
  await closeMonths(api, '2026-08', '2026-09', '2026-10')
  const facts = { kind: 'months', from: '2026-09', to: '2026-09' }
  const asked = await clerk.post(`/staff/accounts/${account.id}/recalculations`, { facts, reason: REASON })
  return { account, id: asked.json<Recalculation>().id }
}

/** A letter that could not be sent: staff may try again. */
async function aFailedLetter({ db }: Api) {
  const facts = { toAddress: 'anna@example.ru', language: 'ru', template: 'reset', state: 'failed' } as const
  return (await db.letter.create({ data: facts })).id
}

/** What a member of staff keeps for themselves. */
async function keptBy({ db }: Api, owner: Staff) {
  const wish = { register: 'accounts', filter: { street: 'улица' } }
  const filter = await owner.post('/staff/saved-filters', { name: 'Улица', wish })
  const asked = await owner.post('/staff/register-exports', { format: 'csv', language: 'ru', wish })
  await makeFiles({ db, log: SILENT })
  return {
    owner,
    filterId: filter.json<{ id: string }>().id,
    exportId: asked.json<{ id: string }>().id,
  }
}

/** One of everything that an id in a path can name, none of it the callers'. */
export async function foreignThings(shop: Shop) {
  const { api } = shop
  const clerk = await aMember(api, ['clerk'])
  const operator = await aMember(api, ['operator'])
  const administrator = await aMember(api, ['administrator'])
  const { owner, ...household } = await aHousehold(shop)
  const network = await terminalNetwork(api)
  const { id: networkId } = await api.db.terminalNetwork.findFirstOrThrow({ where: { code: network.code } })
  return {
    ...household,
    ...(await paperwork(api, owner, administrator)),
    ownerId: owner.id,
    flat: await aFlatWithFacts(api, clerk),
    review: await aWaitingReading(api),
    shop: await aShop(api),
    paid: await aPaidAccount(shop, clerk),
    registry: await aRegistry(api),
    importRun: await anImport(api),
    differenceId: await aDifference(api),
    organisation: await anOrganisation(api, operator),
    recalculation: await aRecalculation(api, clerk),
    letterId: await aFailedLetter(api),
    kept: await keptBy(api, administrator),
    network: { id: networkId, code: network.code },
    memberId: (await aMember(api, ['operator'])).id,
    sessionId: (await signedIn(api, { id: owner.id, kind: 'resident' })).sessionId,
  }
}
export type Foreign = Awaited<ReturnType<typeof foreignThings>>

/** Whoever has something of their own, of the same kinds. */
export async function ownThings(api: Api) {
  const account = await api.given.account()
  const meter = await api.given.meter(account.id)
  const organisation = await anOrganisation(api, await aMember(api, ['operator']))
  const { id: importRunId } = await anImport(api)
  return { account, meter, organisation, importRunId, ...(await aGuestWithVisit(api, { account, meter })) }
}
