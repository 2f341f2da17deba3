import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, signedIn, startApi } from '../../../test/api.ts'
import { aLegalEntity, aSoleTrader } from '../../../test/organisations.ts'

let api: Api
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.stop())

const anOperator = async () => signedIn(api, await api.given.person({ roles: ['operator'] }))
type Operator = Awaited<ReturnType<typeof anOperator>>

const register = async (operator: Operator, facts = aLegalEntity()) =>
  (await operator.post('/staff/organisations', facts)).json()

describe('an operator registers', () => {
  test('a legal entity, and sees its card', async () => {
    const operator = await anOperator()
    const account = await api.given.account({ kind: 'legal' })
    const facts = aLegalEntity({ accounts: [account.number] })

    const answer = await operator.post('/staff/organisations', facts)

    expect(answer.statusCode).toBe(201)
    const { kind, name, inn, kpp, ogrn } = facts
    expect(answer.json()).toMatchObject({ kind, name, inn, kpp, ogrn, credentials: null, issues: [] })
    expect(answer.json().accounts).toMatchObject([{ id: account.id, number: account.number, house: '12а' }])
    expect(answer.json().documents).toHaveLength(6)
    expect((await operator.get(`/staff/organisations/${answer.json().id}`)).json()).toEqual(answer.json())
  })

  test('a sole trader, who has no КПП', async () => {
    const answer = await (await anOperator()).post('/staff/organisations', aSoleTrader())

    expect(answer.json()).toMatchObject({ kind: 'sole_trader', kpp: '' })
  })

  test('numbers copied with their spaces and an e-mail in capitals', async () => {
    const facts = aLegalEntity()
    const spaced = facts.inn.replace(/(\d{4})/, '$1 ')
    const answer = await (await anOperator()).post('/staff/organisations', {
      ...facts,
      inn: spaced,
      contactEmail: facts.contactEmail.toUpperCase(),
    })

    expect(answer.json()).toMatchObject({ inn: facts.inn, contactEmail: facts.contactEmail })
  })

  test('and the audit says who did it', async () => {
    const operator = await anOperator()
    const { id, name } = await register(operator)

    const event = await api.db.auditEvent.findFirstOrThrow({
      where: { actor: `staff:${operator.id}`, action: 'organisation.registered' },
    })
    expect(event.details).toMatchObject({ organisation: id, after: { name } })
  })
})

const lastDigitWrong = (number: string) => number.slice(0, -1) + ((Number(number.slice(-1)) + 1) % 10)

describe('an operator is told which field is wrong:', () => {
  const right = aLegalEntity()
  const trader = aSoleTrader()

  test.each([
    ['a digit of ИНН mistyped', { ...right, inn: lastDigitWrong(right.inn) }, { inn: 'wrong_check' }],
    ['ИНН of a sole trader', { ...right, inn: trader.inn }, { inn: 'wrong_length' }],
    ['letters for ИНН', { ...right, inn: 'семь' }, { inn: 'not_digits' }],
    ['no КПП', { ...right, kpp: '' }, { kpp: 'empty' }],
    ['a short КПП', { ...right, kpp: '7453' }, { kpp: 'wrong_length' }],
    ['a digit of ОГРН mistyped', { ...right, ogrn: lastDigitWrong(right.ogrn) }, { ogrn: 'wrong_check' }],
    ['ОГРН that begins with 3', { ...right, ogrn: `3${right.ogrn.slice(1)}` }, { ogrn: 'wrong_start' }],
    ['ОГРНИП mistyped', { ...trader, ogrn: lastDigitWrong(trader.ogrn) }, { ogrn: 'wrong_check' }],
    ['КПП of a sole trader', { ...trader, kpp: '745301001' }, { kpp: 'not_expected' }],
    ['an e-mail that is none', { ...right, contactEmail: 'office' }, { contactEmail: 'no_address' }],
    ['no charter', without('charter'), { 'documents.charter': 'missing' }],
    ['no right to act', without('power_of_attorney'), { 'documents.appointment': 'missing' }],
    ['an account that is not there', { ...right, accounts: ['3149999999'] }, { 'accounts.0': 'unknown' }],
    ['a name of spaces', { ...right, name: '   ' }, { name: 'too_small' }],
    ['a line break in the name', { ...right, name: 'ООО\r\nBcc: all' }, { name: 'invalid_format' }],
    ['a field too many', { ...right, login: 'U-1' }, { login: 'unknown_field' }],
  ])('%s', async (_, facts, fields) => {
    const answer = await (await anOperator()).post('/staff/organisations', facts)

    expect(answer.json()).toMatchObject({ status: 400, code: 'invalid_request', fields })
    expect(await api.db.organisation.count({ where: { inn: { in: [right.inn, trader.inn] } } })).toBe(0)
  })

  function without(kind: string) {
    return { ...right, documents: right.documents.filter((document) => document.kind !== kind) }
  }
})

describe('an organisation is registered once', () => {
  test('by ИНН and КПП', async () => {
    const operator = await anOperator()
    const facts = aLegalEntity()
    await register(operator, facts)

    const again = await operator.post('/staff/organisations', { ...facts, name: 'ООО «Другое имя»' })

    expect(again.json()).toMatchObject({ status: 409, code: 'organisation_exists' })
  })

  test('ten times at the same instant: one row', async () => {
    const operator = await anOperator()
    const facts = aLegalEntity()

    const answers = await Promise.all(
      Array.from({ length: 10 }, () => operator.post('/staff/organisations', facts)),
    )

    expect(answers.filter(({ statusCode }) => statusCode === 201)).toHaveLength(1)
    expect(await api.db.organisation.count({ where: { inn: facts.inn } })).toBe(1)
    expect(
      await api.db.auditEvent.count({
        where: { actor: `staff:${operator.id}`, action: 'organisation.registered' },
      }),
    ).toBe(1)
  })

  test('while its branch with another КПП is another one', async () => {
    const operator = await anOperator()
    const facts = aLegalEntity()
    await register(operator, facts)

    expect((await operator.post('/staff/organisations', { ...facts, kpp: '745302001' })).statusCode).toBe(201)
  })
})

describe('an operator corrects what is known', () => {
  test('and the audit keeps what was and what is', async () => {
    const operator = await anOperator()
    const { id, name } = await register(operator)

    const answer = await operator.patch(`/staff/organisations/${id}`, { name: 'ООО «Василёк»' })

    expect(answer.json()).toMatchObject({ id, name: 'ООО «Василёк»' })
    const event = await api.db.auditEvent.findFirstOrThrow({
      where: { actor: `staff:${operator.id}`, action: 'organisation.changed' },
    })
    expect(event.details).toEqual({ organisation: id, before: { name }, after: { name: 'ООО «Василёк»' } })
  })

  test('to nothing new: no event', async () => {
    const operator = await anOperator()
    const { id, name } = await register(operator)

    expect((await operator.patch(`/staff/organisations/${id}`, { name })).statusCode).toBe(200)
    expect(
      await api.db.auditEvent.count({
        where: { actor: `staff:${operator.id}`, action: 'organisation.changed' },
      }),
    ).toBe(0)
  })

  test('never to numbers that cannot be right', async () => {
    const operator = await anOperator()
    const { id, inn } = await register(operator)

    const answer = await operator.patch(`/staff/organisations/${id}`, { inn: lastDigitWrong(inn) })

    expect(answer.json()).toMatchObject({ code: 'invalid_request', fields: { inn: 'wrong_check' } })
  })

  test('never to the numbers of another organisation', async () => {
    const operator = await anOperator()
    const [one, other] = [await register(operator), await register(operator)]

    const answer = await operator.patch(`/staff/organisations/${one.id}`, { inn: other.inn })

    expect(answer.json()).toMatchObject({ status: 409, code: 'organisation_exists' })
  })

  test('of nobody: not found', async () => {
    const answer = await (await anOperator()).patch(`/staff/organisations/${crypto.randomUUID()}`, {
      name: 'А',
    })

    expect(answer.statusCode).toBe(404)
  })
})
