import { expect, test } from 'vitest'
import { absenceFrom, interruptionFrom, personsFrom, returnFrom } from './typed-circumstances.ts'

const form = (fields: Record<string, string>) => {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.append(name, value)
  return data
}

test('an absence is read with its proof; who has not come back has no day of it', () => {
  const fields = {
    leftOn: '2026-10-01',
    returnedOn: '',
    persons: '2',
    proof: 'hospital',
    document: ' Выписка ',
  }

  expect(absenceFrom(form({ ...fields, appliedOn: '2026-10-02' }))).toEqual({
    wish: {
      leftOn: '2026-10-01',
      returnedOn: null,
      persons: 2,
      proof: 'hospital',
      document: 'Выписка',
      appliedOn: '2026-10-02',
    },
  })
  expect(absenceFrom(form({ ...fields, persons: '0', document: '', appliedOn: '' }))).toEqual({
    wrong: ['persons', 'document', 'appliedOn'],
  })
})

test('people, an interruption and a return are read, or what is not right is named', () => {
  expect(personsFrom(form({ validFrom: '2026-11-01', persons: '0', document: 'Справка' }))).toEqual({
    wish: { validFrom: '2026-11-01', persons: 0, document: 'Справка' },
  })
  expect(
    interruptionFrom(form({ service: 'wastewater', startedOn: '2026-11-02', hours: '800', actNumber: '' })),
  ).toEqual({ wrong: ['hours', 'actNumber'] })
  expect(returnFrom(form({ returnedOn: '' }))).toEqual({ wrong: ['returnedOn'] })
})
