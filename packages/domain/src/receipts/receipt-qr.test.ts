import { expect, test } from 'vitest'
import { qrBytes, receiptQr } from './receipt-qr.ts'

const provider = {
  name: 'МУП «Родник»',
  inn: '7453999016',
  kpp: '745301001',
  bankName: 'АО «Примерный банк»',
  bic: '047501999',
  settlementAccount: '40702810300000000314',
  correspondentAccount: '30101810400000000999',
  address: 'Челябинск, ул. Примерная, 1',
  phone: '217-05-17',
  dispatcherPhone: '217-05-00',
  email: 'abonent@rodnik.example.ru',
  site: 'rodnik.example.ru',
}
const payment = { provider, accountNumber: '3140000017', period: '2026-10', sumKopecks: 46_179 }
const named = (name: string) => receiptQr({ ...payment, provider: { ...provider, name } })

test('the code names the payee, the account, the month and whole kopecks, and no person', () => {
  expect(receiptQr(payment)).toBe(
    'ST00012|Name=МУП «Родник»|PersonalAcc=40702810300000000314|BankName=АО «Примерный банк»|BIC=047501999|' +
      'CorrespAcc=30101810400000000999|KPP=745301001|PayeeINN=7453999016|Purpose=Вода, ЛС 3140000017, 10.2026|' +
      'Sum=46179|PersAcc=3140000017|PaymPeriod=102026|TechCode=02',
  )
})

test('a long name goes into Windows-1251, and stays within what banks take', () => {
  const text = named('Муниципальное предприятие «Водопровод»')

  expect(text.startsWith('ST00011|')).toBe(true)
  expect(qrBytes(text).length).toBeLessThanOrEqual(308)
  expect(new TextDecoder('windows-1251').decode(qrBytes(text))).toBe(text)
})

test('a name that no encoding brings under the limit is not cut', () => {
  const name = 'я'.repeat(160)

  expect(named(name)).toContain(`ST00012|Name=${name}|`)
})

test('requisites that are none are a fault of ours, told at once', () => {
  expect(() => receiptQr({ ...payment, provider: { ...provider, bic: '1' } })).toThrow('field_invalid')
})
