import { expect, test } from 'vitest'
import { installFrom, possibleWorks, workFrom } from './typed-work.ts'

const form = (fields: Record<string, string>) => {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.append(name, value)
  return data
}
const act = { doneOn: '2026-11-20', actNumber: ' 12-З ', note: '' }
const meter = {
  type: 'СХВ-20',
  serial: '900001',
  place: '',
  wholeDigits: '5',
  fractionDigits: '3',
  nominalLitresPerHour: '1500',
  verifiedOn: '',
  verificationDueOn: '2032-10-01',
  sealNumber: '',
  valueLitres: '0,5',
}
const METER = {
  ...meter,
  wholeDigits: 5,
  fractionDigits: 3,
  nominalLitresPerHour: 1500,
  verifiedOn: null,
  sealNumber: null,
  valueLitres: 500,
}

test('a replacement has both readings, typed as people type them', () => {
  const coming = Object.fromEntries(Object.entries(meter).map(([name, value]) => [`meter.${name}`, value]))

  expect(workFrom('replace', form({ ...act, valueLitres: '125,120', isRollover: 'on', ...coming }))).toEqual({
    wish: {
      kind: 'replace',
      doneOn: '2026-11-20',
      actNumber: '12-З',
      valueLitres: 125_120,
      isRollover: true,
      meter: METER,
    },
  })
})

test('a meter that cannot be read leaves without its reading, a verification needs one', () => {
  expect(workFrom('take_out', form({ ...act, valueLitres: '' }))).toMatchObject({
    wish: { valueLitres: null },
  })
  expect(workFrom('verify', form({ ...act, valueLitres: '', verificationDueOn: '' }))).toEqual({
    wrong: ['valueLitres', 'verificationDueOn'],
  })
})

test('a new meter is read whole, or each field that is not right is named', () => {
  expect(installFrom(form({ ...act, service: 'hot', ...meter }))).toMatchObject({
    wish: { service: 'hot', ...METER },
  })
  expect(
    installFrom(form({ ...act, service: 'hot', ...meter, doneOn: '', serial: '', valueLitres: 'много' })),
  ).toEqual({
    wrong: ['doneOn', 'serial', 'valueLitres'],
  })
})

test('only what can be done to a meter is offered', () => {
  const sound = { removedOn: null, failedOn: null, accessRefusedOn: null }

  expect(possibleWorks(sound)).not.toContain('repair')
  expect(possibleWorks({ ...sound, failedOn: '2026-11-01' })).toEqual([
    'repair',
    'replace',
    'seal',
    'access_refused',
    'take_out',
  ])
  expect(possibleWorks({ ...sound, removedOn: '2026-11-01' })).toEqual([])
})
