import type { ReconciliationAct, SupplyDocument } from '@rodnik/contract/legal-documents'
import { addDays } from '@rodnik/domain/calendar/days'
import { readSheet } from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, signedIn, startApi } from '../../../../test/api.ts'
import { closeMonths } from '../../../../test/close-months.ts'
import { aLegalEntity } from '../../../../test/organisations.ts'
import { openPdf, scannedBytes, structureOf, textOf } from '../../../../test/pdf.ts'
import { aResident } from '../../../../test/people.ts'
import { post } from '../ledger.repo.ts'

let api: Api
let shop: Awaited<ReturnType<typeof aShop>>
let neighbour: Awaited<ReturnType<typeof aShop>>

/** 10 m³ in August, 12 in September, 15 in October. */
const READINGS = { '2026-07': 100_000, '2026-08': 110_000, '2026-09': 122_000, '2026-10': 137_000 }

async function aShop() {
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

beforeAll(async () => {
  api = await startApi()
  shop = await aShop()
  neighbour = await aShop()
  await closeMonths(api, '2026-08', '2026-09')
  await post(api.db, {
    kind: 'payment',
    operation: 'test:shop',
    occurredOn: '2026-10-08',
    actor: 'system',
    entries: [
      { book: 'bank', amountKopecks: 50_000n },
      {
        book: 'receivable',
        accountId: shop.account.id,
        service: 'cold_water',
        period: '2026-08',
        amountKopecks: -50_000n,
      },
    ],
  })
  await closeMonths(api, '2026-10')
})
afterAll(() => api.stop())

const october = async () => (await shop.get(`${shop.documents}/2026-10`)).json<SupplyDocument>()
/** Words as they are read: a sheet sets them piece by piece, and thin spaces part thousands. */
const wordsOf = async (content: Buffer) => (await textOf(content)).replaceAll(/\s+/g, ' ')
const bytesOf = async (path: string) => (await shop.get(path)).rawPayload

describe('the papers of a month', () => {
  test('have one number in a row for the city, and agree with the bill', async () => {
    const { months } = (await shop.get(shop.documents)).json()
    const others = (await neighbour.get(neighbour.documents)).json().months
    const bill = (await shop.get(`/my/accounts/${shop.account.id}/bills/2026-10`)).json()
    const document = await october()

    expect(months.map(({ period }: { period: string }) => period)).toEqual(['2026-10', '2026-09', '2026-08'])
    const numbers = [...months, ...others].map(({ number }: { number: number }) => number)
    expect(numbers.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6])
    expect(document.total.totalKopecks).toBe(bill.totalKopecks)
    expect(document.total.netKopecks + document.total.vatKopecks).toBe(document.total.totalKopecks)
  })

  test('name both, the contract, each service with its VAT', async () => {
    expect(await october()).toMatchObject({
      suppliedOn: '2026-10-31',
      contract: { number: 'В-117/2024', signedOn: '2024-03-12' },
      buyer: { name: shop.organisation.name, inn: shop.organisation.inn },
      lines: [
        { service: 'cold_water', kind: 'charge', litres: 15_000, vatPercent: 22 },
        { service: 'wastewater', kind: 'charge', litres: 15_000, vatPercent: 22 },
      ],
    })
  })

  test('ask for what is left of the month, and for the advance of the next one', async () => {
    const { payments, total } = await october()

    expect(payments).toMatchObject([
      { what: 'month', period: '2026-10', dueOn: '2026-11-10' },
      {
        what: 'advance',
        period: '2026-11',
        dueOn: '2026-11-18',
        amountKopecks: Math.round((total.totalKopecks * 30) / 100),
      },
    ])
  })

  test.each([
    ['invoice', 'Счёт №'],
    ['act', 'Акт №'],
    ['vat-invoice', 'Счёт-фактура №'],
  ])('come as a PDF «%s» that a person and a screen reader can read', async (kind, title) => {
    const file = await shop.get(`${shop.documents}/2026-10/${kind}.pdf`)
    const words = await wordsOf(file.rawPayload)
    const { number, total } = await october()

    expect(file.headers).toMatchObject({
      'content-type': 'application/pdf',
      'cache-control': 'private, no-store',
    })
    expect(words).toContain(`${title} ${number} от`)
    expect(words).toContain(shop.organisation.name)
    expect(words).toContain('№ В-117/2024 от 12 марта 2024 г.')
    expect(words).toContain('Водоотведение за октябрь 2026')
    expect(words).toMatch(/Всего: [А-Я][а-я ]+ рубл[а-я]+ \d\d копе[а-я]+/)
    expect(words.replaceAll(' ', '')).toContain((total.totalKopecks / 100).toFixed(2).replace('.', ','))
    expect(await structureOf(file.rawPayload)).toContain('Table')
  })

  test('are the same bytes each time', async () => {
    const path = `${shop.documents}/2026-10/invoice.pdf`

    expect(Buffer.compare(await bytesOf(path), await bytesOf(path))).toBe(0)
  })

  test('carry a code that pays what is left of the month, on the invoice only', async () => {
    const { payments } = await october()
    const scanned = await scannedBytes(await bytesOf(`${shop.documents}/2026-10/invoice.pdf`))
    const text = new TextDecoder('windows-1251').decode(scanned)

    expect(text).toContain(`Sum=${payments[0]?.amountKopecks}`)
    expect(await scannedBytes(await bytesOf(`${shop.documents}/2026-10/act.pdf`))).toBeUndefined()
  })

  test('come as a workbook with the columns of a VAT invoice', async () => {
    const rows = await readSheet(await bytesOf(`${shop.documents}/2026-10/vat-invoice.xlsx`))
    const { total } = await october()

    expect(rows[0]).toContain('Код единицы (ОКЕИ)')
    expect(rows[1]?.slice(1, 5)).toEqual(['Холодная вода за октябрь 2026', '113', 'м³', 15])
    expect(rows.at(-1)?.slice(6)).toEqual([
      total.netKopecks / 100,
      null,
      total.vatKopecks / 100,
      total.totalKopecks / 100,
    ])
  })
})

describe('a reconciliation statement', () => {
  test('says what was owed, what happened and what is owed, for any days', async () => {
    const act = (await shop.act('', 'from=2026-09-01&to=2026-10-31')).json<ReconciliationAct>()

    expect(act.rows.map(({ occurredOn, kind, period }) => [occurredOn, kind, period])).toEqual([
      ['2026-09-30', 'charge', '2026-09'],
      ['2026-10-08', 'payment', '2026-08'],
      ['2026-10-31', 'charge', '2026-10'],
    ])
    expect(act.creditKopecks).toBe(50_000)
    expect(act.closingKopecks).toBe(act.openingKopecks + act.debitKopecks - 50_000)
    expect(act.penaltyClosingKopecks).toBeGreaterThan(0)
  })

  test('ends where the bill begins to ask', async () => {
    const { closingKopecks } = (await shop.act('', 'from=2026-10-01&to=2026-10-31')).json<ReconciliationAct>()

    expect((await october()).payments[0]?.amountKopecks).toBe(closingKopecks)
  })

  test('comes as PDF and as a workbook', async () => {
    const days = 'from=2026-09-01&to=2026-10-31'
    const words = await wordsOf((await shop.act('/act.pdf', days)).rawPayload)
    const rows = await readSheet((await shop.act('/act.xlsx', days)).rawPayload)

    expect(words).toContain('Акт сверки с 1 сентября 2026 по 31 октября 2026 г.')
    expect(words).toContain('Оплата, август 2026')
    expect(words).toContain('Сальдо на конец')
    expect(rows).toHaveLength(4)
    expect(rows[2]?.slice(1)).toEqual(['Оплата, август 2026', 0, 500])
  })

  test('runs over pages where there is much of it', async () => {
    const line = { accountId: shop.account.id, service: 'cold_water', period: null } as const
    for (let i = 0; i < 60; i += 1) {
      await post(api.db, {
        kind: 'payment',
        operation: `test:many:${i}`,
        occurredOn: addDays('2026-09-01', i),
        actor: 'system',
        entries: [
          { book: 'bank', amountKopecks: 100n },
          { book: 'receivable', ...line, amountKopecks: -100n },
        ],
      })
    }
    const { rawPayload } = await shop.act('/act.pdf', 'from=2020-01-01&to=2026-11-30')

    expect((await openPdf(rawPayload)).numPages).toBe(2)
  })

  test.each([
    ['days the wrong way round', 'from=2026-10-31&to=2026-10-01'],
    ['no day', 'from=2026-10-01'],
    ['no such day', 'from=2026-02-30&to=2026-10-01'],
  ])('is not made for %s', async (_, days) => {
    expect((await shop.act('', days)).json()).toMatchObject({ status: 400, code: 'invalid_request' })
  })
})

describe('the papers of an organisation', () => {
  const everything = ({ documents, account }: typeof shop) => [
    documents,
    `${documents}/2026-10`,
    `${documents}/2026-10/invoice.pdf`,
    `${documents}/2026-10/act.xlsx`,
    `/my/accounts/${account.id}/reconciliation?from=2026-10-01&to=2026-10-31`,
    `/my/accounts/${account.id}/reconciliation/act.pdf?from=2026-10-01&to=2026-10-31`,
  ]

  test('are not found by anybody else, as if they were not there', async () => {
    for (const path of everything(shop)) {
      expect((await neighbour.get(path)).json()).toMatchObject({ status: 404, code: 'not_found' })
    }
  })

  test('are not for staff, nor for whoever has not signed in', async () => {
    const clerk = await signedIn(api, await api.given.person({ roles: ['clerk'] }))
    for (const path of everything(shop)) {
      expect((await clerk.get(path)).statusCode).toBe(403)
      expect((await api.app.inject({ url: `/api/v1${path}` })).statusCode).toBe(401)
    }
  })

  test('are no papers of a resident', async () => {
    const resident = await aResident(api)
    const account = await api.given.account()
    await api.given.link(resident.id, account.id)

    expect((await resident.get(`/my/accounts/${account.id}/documents`)).statusCode).toBe(404)
  })

  test('keep their number', async () => {
    await expect(api.db.$executeRaw`UPDATE supply_documents SET number = 9`).rejects.toThrow(
      'supply_documents',
    )
  })

  test('of a month that is not final, or in another form, are not there', async () => {
    expect((await shop.get(`${shop.documents}/2026-11`)).statusCode).toBe(404)
    expect((await shop.get(`${shop.documents}/2026-10/invoice.docx`)).statusCode).toBe(400)
  })
})
