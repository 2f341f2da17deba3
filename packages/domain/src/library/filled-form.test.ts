import { expect, test } from 'vitest'
import { type FormFacts, fillPlaces, unknownPlaces } from './filled-form.ts'

const NOTHING: FormFacts = {
  account: null,
  address: null,
  holder: null,
  phone: null,
  date: null,
  provider: null,
}

test('what is known stands in its place, and what is not is a line to write on', () => {
  const facts = { ...NOTHING, account: '314 000 00 17' }

  expect(fillPlaces('Счёт {account}, тел. {phone}.', facts)).toBe(
    'Счёт 314 000 00 17, тел. __________________.',
  )
})

test('a name with a place in it is written as it is', () => {
  expect(fillPlaces('{holder}', { ...NOTHING, holder: '{account} $& $1' })).toBe('{account} $& $1')
})

test('a misspelt place is found', () => {
  expect(unknownPlaces('Счёт {account}, адрес {adress}, {')).toEqual(['{adress}', '{'])
})
