import type { TariffValue } from '@rodnik/contract/tariffs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Api, signedIn, startApi } from '../../../test/api.ts'

let api: Api
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.stop())

const prices = async () => {
  const { tariffs } = (await api.app.inject({ url: '/api/v1/tariffs' })).json<{ tariffs: TariffValue[] }>()
  return tariffs.filter(
    ({ service, consumerGroup }) => service === 'cold_water' && consumerGroup === 'residents',
  )
}

test('anybody sees the prices of water with their days and acts, past ones too', async () => {
  const [now, before] = await prices()

  expect(now).toMatchObject({ priceKopecks: 4022, validFrom: '2026-01-01', validTo: null, includesVat: true })
  expect(before).toMatchObject({
    priceKopecks: 3956,
    validTo: '2025-12-31',
    act: 'Тарифы МУП ПОВВ с 01.07.2025',
  })
})

test('a price to come is seen as soon as it is recorded, and not who recorded it', async () => {
  const clerk = await signedIn(api, await api.given.person({ roles: ['clerk'], name: 'Раиса' }))
  const act = 'Постановление № 1'
  const tariff = { kind: 'tariff', service: 'cold_water', consumerGroup: 'residents', includesVat: true, act }
  await clerk.post('/staff/reference', { ...tariff, validFrom: '2027-01-01', priceKopecks: 4400 })

  const [coming, now] = await prices()

  expect(coming).toEqual({
    service: 'cold_water',
    consumerGroup: 'residents',
    priceKopecks: 4400,
    includesVat: true,
    validFrom: '2027-01-01',
    validTo: null,
    act,
  })
  expect(now).toMatchObject({ priceKopecks: 4022, validTo: '2026-12-31' })
})
