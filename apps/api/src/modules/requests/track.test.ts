import type { RequestFiled } from '@rodnik/contract/requests'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, startApi } from '../../../test/api.ts'
import { anOwner } from '../../../test/people.ts'
import { filedBy, keyed } from '../../../test/requests.ts'
import { solvePicture } from '../../../test/visitors.ts'

let api: Api
let filed: RequestFiled
beforeAll(async () => {
  api = await startApi()
  const anna = await anOwner(api)
  filed = await filedBy(anna, anna.account.id)
})
afterAll(() => api.stop())

const post = (url: string, payload: object, { ip = '203.0.113.7', key = crypto.randomUUID() } = {}) =>
  api.app.inject({
    method: 'POST',
    url: `/api/v1${url}`,
    headers: { 'x-forwarded-for': ip, ...keyed(key) },
    payload,
  })

const ORGANISATION = {
  what: 'first',
  organisationName: 'ООО «Ромашка»',
  inn: '7707083893',
  contactName: 'Иванов Иван',
  contactPhone: '+7 912 000-00-00',
}

const guess = () =>
  post('/request-status', { number: 'R2611-0000077-1', code: 'BBBB-BBBB' }, { ip: '203.0.113.99' })

describe('whoever has number and code', () => {
  test('reads the request and withdraws it without signing in', async () => {
    const { code, request } = filed
    const opened = await post('/request-status', { number: request.number, code })
    const wish = { type: 'replied', text: 'Добавлю: с пятницы.' }

    const replied = await post('/request-status/events', { number: request.number, code, wish })

    expect(opened.json()).toMatchObject({ number: request.number, state: 'filed' })
    expect(replied.json().history.at(-1)).toMatchObject({ type: 'replied', side: 'person', text: wish.text })
  })

  test('learns nothing with a wrong code or an unknown number: one answer for both', async () => {
    const wrong = await post('/request-status', { number: filed.request.number, code: 'AAAA-AAAA' })
    const unknown = await post('/request-status', { number: 'R2611-9999999-4', code: filed.code })

    expect({ ...wrong.json(), instance: '' }).toEqual({ ...unknown.json(), instance: '' })
    expect(wrong.json()).toMatchObject({ status: 404, code: 'not_found' })
  })

  test('who guesses is asked for the code of a picture after five tries', async () => {
    const answers = []
    for (let tries = 0; tries < 6; tries++) answers.push((await guess()).json().code)

    expect(answers.slice(0, 5)).toEqual(Array.from({ length: 5 }, () => 'not_found'))
    expect(answers[5]).toBe('picture_code_required')
  })
})

describe('an organisation without credentials', () => {
  test('has to read the digits of a picture', async () => {
    const answer = await post('/credential-requests', { fields: ORGANISATION, language: 'ru' })

    expect(answer.json()).toMatchObject({ status: 422, code: 'picture_code_required' })
  })

  test('gets a number and a code, and what was asked for', async () => {
    const picture = await solvePicture(api, 'credentials')

    const answer = await post('/credential-requests', { fields: ORGANISATION, language: 'ru', picture })

    expect(answer.statusCode).toBe(201)
    expect(answer.json<RequestFiled>().request).toMatchObject({ kind: 'credentials', fields: ORGANISATION })
  })

  test('is told of a taxpayer’s number that has a digit wrong', async () => {
    const picture = await solvePicture(api, 'credentials')
    const fields = { ...ORGANISATION, inn: '7707083894' }

    const answer = await post('/credential-requests', { fields, language: 'ru', picture })

    expect(answer.json()).toMatchObject({ status: 400, fields: { 'fields.inn': 'wrong_check' } })
  })

  test('is told of a taxpayer’s number of another length', async () => {
    const fields = { ...ORGANISATION, inn: '123' }

    expect((await post('/credential-requests', { fields, language: 'ru' })).statusCode).toBe(400)
  })
})
