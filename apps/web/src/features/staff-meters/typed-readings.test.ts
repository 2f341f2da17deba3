import { expect, test } from 'vitest'
import { readingsFrom } from './typed-readings.ts'

const METERS = [
  { id: 'cold', fractionDigits: 3 },
  { id: 'hot', fractionDigits: 3 },
]

const form = (fields: Record<string, string>) => {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.append(name, value)
  return data
}

test('readings of the meters that a caller named, with the way they came', () => {
  const told = form({
    cold: '126,5',
    hot: '',
    'cold.confirmed': 'jump',
    channel: 'email',
    receivedOn: '2026-11-20',
  })

  expect(readingsFrom(METERS, told)).toEqual({
    wish: {
      channel: 'email',
      receivedOn: '2026-11-20',
      readings: [{ meterId: 'cold', valueLitres: 126_500, confirmed: ['jump', 'rollover'] }],
    },
    wrong: [],
    isEmpty: false,
  })
})

test('what cannot be read is named, and so is nothing at all', () => {
  expect(readingsFrom(METERS, form({ cold: 'сто', receivedOn: '' }))).toMatchObject({
    wrong: ['cold', 'receivedOn'],
  })
  expect(readingsFrom(METERS, form({ receivedOn: '2026-11-20' }))).toMatchObject({ isEmpty: true })
})
