import { describe, expect, test } from 'vitest'
import { typedGrant, wrongGrant } from './typed-grant.ts'
import { typedTerms, wrongTerms } from './typed-terms.ts'

const form = (fields: Record<string, string>) => {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.append(name, value)
  return data
}

describe('the terms of a program', () => {
  const fields = {
    name: ' Обмен с 1С ',
    kind: 'accounting',
    inn: '7453000000',
    kpp: '7453ab001',
    contact: 'Игорь',
    scopes: 'meters:read',
    requestsPerMinute: '600',
  }

  test('are read as they are typed', () => {
    const typed = typedTerms(form(fields))

    expect(typed).toEqual({
      name: 'Обмен с 1С',
      kind: 'accounting',
      organisation: { inn: '7453000000', kpp: '7453AB001' },
      contact: 'Игорь',
      scopes: ['meters:read'],
      requestsPerMinute: 600,
    })
    expect(wrongTerms(typed)).toEqual([])
  })

  test('may go without an organisation', () => {
    const typed = typedTerms(form({ ...fields, inn: '', kpp: '' }))

    expect(typed.organisation).toBeNull()
    expect(wrongTerms(typed)).toEqual([])
  })

  test('name what has to be mended', () => {
    const typed = typedTerms(form({ inn: '12', kpp: 'x', scopes: 'everything', requestsPerMinute: 'много' }))

    expect(wrongTerms(typed)).toEqual(['name', 'inn', 'kpp', 'contact', 'scopes', 'requestsPerMinute'])
    expect(wrongTerms(typedTerms(form({ ...fields, requestsPerMinute: '0' })))).toEqual(['requestsPerMinute'])
    expect(wrongTerms(typedTerms(form({ ...fields, requestsPerMinute: '100001' })))).toEqual([
      'requestsPerMinute',
    ])
  })
})

describe('a grant', () => {
  const days = { document: 'Договор № 1', from: '2026-11-01', until: '' }

  test('is of a house, an account or an organisation', () => {
    const house = typedGrant(form({ ...days, street: 'улица Труда', house: '12а' }), 'house')
    const account = typedGrant(form({ ...days, number: '314 000 00 17' }), 'account')
    const organisation = typedGrant(form({ ...days, inn: '7453000000' }), 'organisation')

    expect(house).toMatchObject({
      target: { kind: 'house', street: 'улица Труда', house: '12а' },
      until: null,
    })
    expect(account.target).toEqual({ kind: 'account', number: '3140000017' })
    expect(organisation.target).toEqual({ kind: 'organisation', inn: '7453000000', kpp: '' })
    expect([house, account, organisation].map(wrongGrant)).toEqual([[], [], []])
  })

  test('names what has to be mended', () => {
    const nothing = form({})

    expect(wrongGrant(typedGrant(nothing, 'house'))).toEqual(['street', 'house', 'document', 'from'])
    expect(wrongGrant(typedGrant(nothing, 'account'))).toEqual(['number', 'document', 'from'])
    expect(wrongGrant(typedGrant(nothing, 'organisation'))).toEqual(['inn', 'document', 'from'])
    expect(
      wrongGrant(typedGrant(form({ ...days, street: 'а', house: '1', until: '2026-10-31' }), 'house')),
    ).toEqual(['until'])
  })
})
