import type { SupplyDocument } from '@rodnik/contract/legal-documents'
import { readSheet } from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, signedIn, startApi } from '../../../../test/api.ts'
import { closeMonths } from '../../../../test/close-months.ts'
import { scannedBytes, structureOf, wordsOf } from '../../../../test/pdf.ts'
import { aResident } from '../../../../test/people.ts'
import { aShop, type Shop } from '../../../../test/shops.ts'

let api: Api
let shop: Shop
let neighbour: Shop

beforeAll(async () => {
  api = await startApi()
  shop = await aShop(api)
  neighbour = await aShop(api)
  await closeMonths(api, '2026-08', '2026-09', '2026-10')
})
afterAll(() => api.stop())

const october = async () => (await shop.get(`${shop.documents}/2026-10`)).json<SupplyDocument>()
/** Without the advance. */
const owedOf = (payments: SupplyDocument['payments']) =>
  payments.filter(({ what }) => what !== 'advance').reduce((sum, one) => sum + one.amountKopecks, 0)
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

  test('ask for what is owed before, for the month, and for the advance of the next one', async () => {
    const { payments, total } = await october()

    expect(payments).toMatchObject([
      { what: 'debt', period: '2026-09', dueOn: null },
      { what: 'month', period: '2026-10', dueOn: '2026-11-10', amountKopecks: total.totalKopecks },
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
    ['vat-invoice', 'Данные счёта-фактуры №'],
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

  test('carry a code that pays what is owed, on the invoice only', async () => {
    const { payments } = await october()
    const scanned = await scannedBytes(await bytesOf(`${shop.documents}/2026-10/invoice.pdf`))
    const text = new TextDecoder('windows-1251').decode(scanned)

    expect(text).toContain(`Sum=${owedOf(payments)}`)
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

const everything = ({ documents, account }: Shop) => [
  documents,
  `${documents}/2026-10`,
  `${documents}/2026-10/invoice.pdf`,
  `${documents}/2026-10/act.xlsx`,
  `/my/accounts/${account.id}/reconciliation?from=2026-10-01&to=2026-10-31`,
  `/my/accounts/${account.id}/reconciliation/act.pdf?from=2026-10-01&to=2026-10-31`,
]

describe('the papers of an organisation', () => {
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
