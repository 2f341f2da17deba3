import type { PenaltyGrowth } from '@rodnik/contract/penalties'
import { receiptQr } from '@rodnik/domain/receipts/receipt-qr'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openPdf, scannedBytes, textOf } from '../../../../../test/pdf.ts'
import { aProvider, aReceipt, aRow } from '../../../../../test/receipts.ts'
import { bytesOf } from '../../../../platform/documents/document.ts'
import type { ReceiptData, ReceiptMeter } from '../receipt-data.ts'
import { drawReceipt, openReceipts, receiptPdf } from './receipt-sheet.ts'

const printed = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ')
const textIn = async (data: ReceiptData) => printed(await textOf(await receiptPdf(data)))

const LONG_PROVIDER = {
  ...aProvider(),
  name: 'Муниципальное унитарное предприятие «Производственное объединение водоснабжения и водоотведения» города',
  address:
    '454048, Челябинская область, г. Челябинск, Центральный район, ул. Воровского, дом 60, корпус 3, офис 417',
}
const LONG_PAYER = {
  name: 'Константинопольский-Александровский Владислав Константинович',
  street: 'проспект Героя Советского Союза маршала инженерных войск Алексея Ивановича Прошлякова',
  house: '128 корпус 4 строение 2',
  flat: '1045 комната 3',
}

const aMeter = (serial: string): ReceiptMeter => ({
  service: 'hot',
  place: 'вторая ванная комната',
  serial,
  readings: { fromLitres: 99_115_000, toLitres: 99_119_000, usedLitres: 4000 },
})
const aPenalty = (debtPeriod: string): PenaltyGrowth => ({
  service: 'cold_water',
  debtPeriod,
  dueOn: '2026-03-16',
  asOf: '2026-11-05',
  amountKopecks: 512,
  chargedBeforeKopecks: 0,
  segments: [],
})
const monthOf = (i: number) => `2026-${String((i % 12) + 1).padStart(2, '0')}`

type Counts = { rows: number; meters: number; recalculations: number; penalties: number; isPaper: boolean }

/** A bill of so many things, each as long as it gets. */
function crowded({ rows, meters, recalculations, penalties, isPaper }: Counts): ReceiptData {
  const sumKopecks = 999_999_999_99
  const statement = {
    ...aReceipt().statement,
    openingKopecks: sumKopecks,
    penaltyOpeningKopecks: 1200,
    penaltyPaidKopecks: 300,
    penaltyChargedKopecks: 4512,
    toPayKopecks: sumKopecks,
  }
  return aReceipt({
    provider: LONG_PROVIDER,
    payer: LONG_PAYER,
    statement,
    rows: Array.from({ length: rows }, (_, i) =>
      aRow({ kind: 'correction', method: null, period: monthOf(i) }),
    ),
    isGrouped: rows === 14,
    meters: Array.from({ length: meters }, (_, i) => aMeter(`07451893-XX-00${i}`)),
    recalculations: Array.from({ length: recalculations }, (_, i) => ({
      service: 'wastewater',
      because: 'true_up',
      period: monthOf(i),
      litres: -1_234_567,
      amountKopecks: -123_456_789,
      reason: null,
    })),
    penalties: Array.from({ length: penalties }, (_, i) => aPenalty(monthOf(i))),
    paymentQr: receiptQr({
      provider: LONG_PROVIDER,
      accountNumber: '3140000017',
      period: '2026-10',
      sumKopecks,
    }),
    receiptCode: isPaper ? '12345678' : null,
  })
}

const LONGEST = crowded({ rows: 14, meters: 12, recalculations: 20, penalties: 12, isPaper: true })

describe('a receipt', () => {
  test('leaves room for its foot, however much there is to say', () => {
    const counts = fc.record({
      rows: fc.nat(14),
      meters: fc.nat(12),
      recalculations: fc.nat(20),
      penalties: fc.nat(12),
      isPaper: fc.boolean(),
    })
    fc.assert(
      fc.property(counts, (many) => {
        const data = crowded(many)
        const { bottom, footTop } = drawReceipt(openReceipts({ title: '', isTagged: false }, data), data)

        expect(bottom).toBeLessThanOrEqual(footTop)
      }),
      {
        numRuns: 60,
        examples: [[{ rows: 14, meters: 12, recalculations: 20, penalties: 12, isPaper: true }]],
      },
    )
  })

  test('of the longest bill is one page, which says what is not on it and where that is', async () => {
    const bytes = await receiptPdf(LONGEST)
    const text = printed(await textOf(bytes))

    expect((await openPdf(bytes)).numPages).toBe(1)
    expect(text).toContain('Полный расчёт, месяц за месяцем, — в личном кабинете')
    expect(text).toContain('Счётчиков ещё 8')
    expect(text).toContain('И ещё 18')
    expect(text).toContain('Код квитанции 1234 5678')
    expect(text.replaceAll('\n', ' ')).toContain('кв. 1045 комната 3')
  })

  test('of the longest bill is still read by a camera', async () => {
    expect(new TextDecoder().decode(await scannedBytes(await receiptPdf(LONGEST)))).toBe(LONGEST.paymentQr)
  })

  test('is the same to the byte for the same bill', async () => {
    const [once, again] = [await receiptPdf(LONGEST), await receiptPdf(structuredClone(LONGEST))]

    expect(once.equals(again)).toBe(true)
  })

  test('takes less than thirty kilobytes', async () => {
    expect((await receiptPdf(aReceipt())).length).toBeLessThan(30_000)
  })

  test('says its language and title, and that anyone can read it', async () => {
    const bytes = await receiptPdf(aReceipt())
    const { info } = await (await openPdf(bytes)).getMetadata()

    expect(info).toMatchObject({
      Language: 'ru',
      Title: expect.stringMatching(/^Квитанция за воду: октябрь 2026, лицевой счёт 314\s000\s00\s17$/),
    })
    expect(bytes.toString('latin1')).toContain('pdfuaid:part>1')
  })

  test('with nothing to pay says so, and has no code', async () => {
    const { statement } = aReceipt()
    const data = aReceipt({
      statement: {
        ...statement,
        openingKopecks: -100_000,
        paidKopecks: 0,
        toPayKopecks: 0,
        advanceLeftKopecks: 73_172,
      },
      paymentQr: null,
    })

    const text = await textIn(data)

    expect(text).toContain('Платить не нужно')
    expect(text).toContain('Переплата 731,72 ₽')
    expect(await scannedBytes(await receiptPdf(data))).toBeUndefined()
  })

  test('to an organisation names the price without VAT, the rate and the tax', async () => {
    const vat = { percent: 22, netKopecks: 13_187, vatKopecks: 2901 }

    const text = await textIn(aReceipt({ rows: [aRow({ vat, priceKopecks: 3297 })] }))

    expect(text.split('\n')).toEqual(
      expect.arrayContaining(['Без НДС, ₽', '32,97', '131,87', '22 %', '29,01', '160,88']),
    )
  })

  test('with debts tells penalties apart, with the month they are for', async () => {
    const text = await textIn(aReceipt({ penalties: [aPenalty('2026-02')] }))

    expect(text).toContain('Пени за просрочку')
    expect(text).toContain('Долг за февраль 2026')
    expect(text).toContain('5,12 ₽')
  })

  test('printed for the whole city has a page for each, without the marks for screen readers', async () => {
    const data = aReceipt()
    const pdf = openReceipts({ title: 'Квитанции', isTagged: false }, data)
    drawReceipt(pdf, data)
    pdf.addPage()
    drawReceipt(pdf, data)
    const document = await openPdf(await bytesOf(pdf))

    expect(document.numPages).toBe(2)
    expect(await document.getMarkInfo()).toBeNull()
  })
})
