import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Api, signedIn, startApi } from '../../../test/api.ts'
import { loadReference } from './load-reference.service.ts'

const CHELYABINSK = new URL('../../../../../prisma/reference/chelyabinsk', import.meta.url).pathname

let api: Api
let folder: string
beforeEach(async () => {
  api = await startApi()
  folder = mkdtempSync(join(tmpdir(), 'reference-'))
})
afterEach(async () => {
  rmSync(folder, { recursive: true, force: true })
  await api.stop()
})

const vat = { kind: 'vat', validFrom: '2027-01-01', percent: 24, act: 'Закон' }
const rate = { kind: 'key_rate', validFrom: '2026-12-21', basisPoints: 1300, act: 'Банк России' }
const write = (name: string, content: unknown) =>
  writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content))
const load = (from = folder) => loadReference(api, from)
const count = () => api.db.referenceValue.count()
const NOTHING = { added: [], corrected: [], kept: [] }

test('what every database starts with is there already, and is not loaded twice', async () => {
  const before = await count()
  const both = await Promise.all([load(CHELYABINSK), load(CHELYABINSK)])

  expect(both).toEqual([NOTHING, NOTHING])
  expect(await count()).toBe(before)
  expect(before).toBeGreaterThan(50)
})

test('a new row of a file is added, by whichever of two starts comes first', async () => {
  write('vat.json', [vat])
  const both = await Promise.all([load(), load()])

  expect(both.flatMap(({ added }) => added)).toEqual(['vat from 2027-01-01'])
})

test('a row that came with a file is corrected by it, and the log says what stood there', async () => {
  write('vat.json', [vat])
  await load()
  write('vat.json', [{ ...vat, percent: 23 }])

  expect((await load()).corrected).toEqual(['vat from 2027-01-01'])
  const event = await api.db.auditEvent.findFirstOrThrow({ where: { action: 'reference.corrected' } })
  expect(event).toMatchObject({
    actor: 'import',
    details: { kind: 'vat', before: { percent: 24 }, after: { percent: 23 } },
  })
  expect(await load()).toEqual(NOTHING)
})

test('what people recorded is reported, never overwritten', async () => {
  const clerk = await signedIn(api, await api.given.person({ roles: ['clerk'] }))
  await clerk.post('/staff/reference', { ...vat, percent: 25 })
  write('vat.json', [vat])

  expect(await load()).toEqual({ ...NOTHING, kept: ['vat from 2027-01-01'] })
  const row = await api.db.referenceValue.findFirstOrThrow({
    where: { kind: 'vat', recordedBy: { not: 'import' } },
  })
  expect(row.value).toEqual({ percent: 25 })
})

test('what people took back does not come again with its file', async () => {
  const clerk = await signedIn(api, await api.given.person({ roles: ['clerk'] }))
  const withdrawn = await clerk.delete('/staff/reference/penalty_cap/2027-01-01')
  const outcome = await load(CHELYABINSK)

  expect(withdrawn.statusCode).toBe(204)
  expect(outcome).toEqual({ ...NOTHING, kept: ['penalty_cap from 2027-01-01'] })
  expect(
    (await clerk.get('/staff/reference?kind=penalty_cap')).json<{ values: unknown[] }>().values,
  ).toHaveLength(1)
})

test.each([
  ['an unknown kind', [{ ...vat, kind: 'wat' }], 'bad.json, row 1: kind is "wat"'],
  [
    'a row without an act',
    [rate, { kind: 'vat', validFrom: '2027-01-01', percent: 24 }],
    'row 2: act is missing',
  ],
  ['a fraction', [{ ...vat, percent: 22.5 }], 'row 1: percent is 22.5'],
  ['a day that is none', [{ ...vat, validFrom: '2027-02-30' }], 'row 1: validFrom is "2027-02-30"'],
  ['a year out of a slip', [{ ...vat, validFrom: '2207-01-01' }], 'row 1: validFrom is "2207-01-01"'],
  ['a field too many', [{ ...vat, rate: 24 }], 'row 1: rate is 24 (unknown_field)'],
  ['no row at all', [null], 'row 1: body is null'],
  [
    'a row twice',
    [vat, rate, { ...vat, percent: 25 }],
    'bad.json, row 3 repeats bad.json, row 1: vat from 2027-01-01',
  ],
  ['an object in place of a list', { rows: [vat] }, 'bad.json is not a list of rows'],
  ['half a file', '[{"kind": "vat",', 'bad.json is not JSON'],
])('%s is named with its file, and nothing is loaded', async (_what, content, message) => {
  const before = await count()
  write('bad.json', content)
  write('good.json', [{ ...rate, validFrom: '2028-01-01' }])

  await expect(load()).rejects.toThrow(message)
  expect(await count()).toBe(before)
})

test('every fault is named at once, also those across files', async () => {
  write('a.json', [vat, { ...rate, basisPoints: -1 }])
  write('b.json', [vat, 7])

  await expect(load()).rejects.toThrow(
    /a\.json, row 2: basisPoints is -1 \(too_small\)\n {2}b\.json, row 1 repeats a\.json, row 1: vat from 2027-01-01\n {2}b\.json, row 2: body is 7/,
  )
})

test('a folder that is missing or empty is no reference data', async () => {
  await expect(load()).rejects.toThrow('has no reference data')
  await expect(load(join(folder, 'nowhere'))).rejects.toThrow('cannot be read')
})

test('files of another city are loaded from their own folder', async () => {
  cpSync(CHELYABINSK, folder, { recursive: true })
  write('more.json', [
    {
      kind: 'norm',
      housingGroup: 'dormitory',
      service: 'cold',
      validFrom: '2020-01-01',
      normLitres: 5000,
      act: 'Приказ',
    },
  ])

  expect(await load()).toEqual({ ...NOTHING, added: ['norm dormitory cold from 2020-01-01'] })
})
