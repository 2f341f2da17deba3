import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, startApi } from '../../../test/api.ts'

let api: Api
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.stop())

let visitors = 0
const send = (body: object, key?: string) =>
  api.app.inject({
    method: 'POST',
    url: '/api/v1/quick-submissions',
    headers: { 'x-forwarded-for': `192.0.2.${++visitors}`, ...(key && { 'idempotency-key': key }) },
    payload: body,
  })

describe('a resident without signing in', () => {
  test('sends cold and hot water in one form and gets a numbered confirmation', async () => {
    const { id, entry } = await api.given.account()
    await api.given.meter(id)
    await api.given.meter(id, { service: 'hot', readings: { '2026-10': 87_120 } })

    const response = await send({
      ...entry,
      readings: [
        { service: 'cold', valueLitres: 126_670 },
        { service: 'hot', valueLitres: 88_000 },
      ],
    })

    expect(response.statusCode).toBe(201)
    expect(response.json()).toMatchObject({
      source: 'quick_form',
      readings: [
        { service: 'cold', usedLitres: 3214 },
        { service: 'hot', usedLitres: 880 },
      ],
    })
    expect(response.cookies.map(({ name }) => name)).toEqual(['rodnik-device'])
  })

  test('with two cold meters is asked which one is meant, and names it by the last digits', async () => {
    const { id, entry } = await api.given.account()
    await api.given.meter(id, { serial: '07451893' })
    await api.given.meter(id, { serial: '07451999' })
    const reading = { service: 'cold', valueLitres: 126_670 }

    const unclear = await send({ ...entry, readings: [reading] })
    const clear = await send({ ...entry, readings: [{ ...reading, serialEnding: '893' }] })

    expect(unclear.json()).toMatchObject({
      status: 422,
      code: 'meter_not_clear',
      fields: { 'readings.0.serialEnding': 'several_meters' },
    })
    expect(clear.json().readings[0]).toMatchObject({ serial: '…1893' })
  })

  test('who names a meter that is not there is told which row is meant', async () => {
    const { id, entry } = await api.given.account()
    await api.given.meter(id)

    const response = await send({ ...entry, readings: [{ service: 'hot', valueLitres: 1 }] })

    expect(response.json()).toMatchObject({ fields: { 'readings.0.serialEnding': 'no_such_meter' } })
  })

  test('learns nothing about the meters when the address is wrong', async () => {
    const { id, entry } = await api.given.account()
    await api.given.meter(id)

    const response = await send({ ...entry, flat: '46', readings: [{ service: 'hot', valueLitres: 1 }] })

    expect(response.json()).toMatchObject({ status: 401, code: 'sign_in_failed' })
    expect(response.json().fields).toBeUndefined()
  })

  test('who sends the form twice gets the first answer', async () => {
    const { id, entry } = await api.given.account()
    await api.given.meter(id)
    const form = { ...entry, readings: [{ service: 'cold', valueLitres: 126_670 }] }
    const first = await send(form, 'quick-form-key')

    expect((await send(form, 'quick-form-key')).json()).toEqual(first.json())
    expect(await api.db.submission.count({ where: { accountId: id } })).toBe(1)
  })

  test('is held to the same limits as the entry: after three failures the code is asked', async () => {
    const { entry } = await api.given.account()
    const form = { ...entry, flat: '46', readings: [{ service: 'cold', valueLitres: 1 }] }
    for (let i = 0; i < 3; i++) await send(form)

    expect((await send(form)).json()).toMatchObject({ code: 'picture_code_required' })
  })
})
