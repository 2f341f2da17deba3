import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, signedIn, startApi } from '../../../test/api.ts'
import { aLegalEntity } from '../../../test/organisations.ts'

let api: Api
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.stop())

const anOperator = async () => signedIn(api, await api.given.person({ roles: ['operator'] }))
type Operator = Awaited<ReturnType<typeof anOperator>>

const register = async (operator: Operator, facts = aLegalEntity()) =>
  (await operator.post('/staff/organisations', facts)).json()

const found = async (operator: Operator, query: string) =>
  (await operator.get(`/staff/organisations?query=${encodeURIComponent(query)}`))
    .json()
    .organisations.map(({ id }: { id: string }) => id)

describe('an operator finds an organisation', () => {
  test('by a part of its name, in any case', async () => {
    const operator = await anOperator()
    const { id } = await register(operator, aLegalEntity({ name: 'АО «Уралстройдеталь»' }))

    expect(await found(operator, 'УРАЛСТРОЙ')).toEqual([id])
    expect(await found(operator, 'стройдет')).toEqual([id])
  })

  test('by ИНН and by login', async () => {
    const operator = await anOperator()
    const { id, inn } = await register(operator)
    const issued = await operator.post(`/staff/organisations/${id}/credentials`, { document: 'паспорт' })

    expect(await found(operator, inn)).toEqual([id])
    expect(await found(operator, issued.json().login.toLowerCase())).toEqual([id])
  })

  test('page by page, each once', async () => {
    const operator = await anOperator()
    const name = `ООО «Сто контор ${crypto.randomUUID()}»`
    await api.db.organisation.createMany({
      data: Array.from({ length: 70 }, () => {
        const { kind, inn, kpp, ogrn } = aLegalEntity()
        return { kind, name, inn, kpp, ogrn }
      }),
    })

    const url = `/staff/organisations?query=${encodeURIComponent(name)}`
    const first = (await operator.get(url)).json()
    const second = (await operator.get(`${url}&cursor=${first.nextCursor}`)).json()

    expect([first.organisations.length, second.organisations.length]).toEqual([50, 20])
    expect(second.nextCursor).toBeNull()
    const ids = [...first.organisations, ...second.organisations].map(({ id }) => id)
    expect(new Set(ids).size).toBe(70)
  })

  test('not by a percent sign, which is an ordinary character', async () => {
    expect(await found(await anOperator(), '%%%')).toEqual([])
  })
})
