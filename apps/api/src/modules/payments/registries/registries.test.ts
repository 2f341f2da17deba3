import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Api, signedIn, startApi } from '../../../../test/api.ts'
import {
  bankDesk,
  booksOf,
  creditedTo,
  inEncoding,
  payment,
  type SberRow,
  sberRow,
  sberText,
  sberTrailer,
} from '../../../../test/bank-files.ts'

let api: Api
let desk: Awaited<ReturnType<typeof bankDesk>>
beforeAll(async () => {
  api = await startApi()
  desk = await bankDesk(api)
})
afterAll(() => api.stop())

const NOBODY = '3149999999'

test('a file credits each account with the whole sum that was paid, on the day of the payer', async () => {
  const account = await api.given.account()
  const { file } = await desk.take(
    inEncoding(sberText([payment(account.number, 50_000, { commissionKopecks: 600 })], '4711')),
  )
  expect(file).toMatchObject({
    state: 'posted',
    rows: 1,
    creditedRows: 1,
    amountKopecks: 50_000,
    transferredKopecks: 49_400,
    commissionKopecks: 600,
    orderNumber: '4711',
    orderedOn: '2026-11-16',
  })
  expect(await creditedTo(api, account.id)).toBe(50_000)
  const [posted] = await api.db.$queryRaw<{ day: string; operation: string }[]>`
    SELECT occurred_on::text AS day, operation FROM ledger_transactions t
    JOIN ledger_entries e ON e.transaction_id = t.id WHERE e.account_id = ${account.id}::uuid`
  expect(posted?.day).toBe('2026-11-15')
  expect(posted?.operation).toMatch(/^payment:registry:sber:[0-9a-f]{24}$/)
})

test.each([
  ['a byte order mark', (text: string) => Buffer.concat([Buffer.from('\uFEFF'), Buffer.from(text)])],
  ['Windows-1251', (text: string) => inEncoding(text)],
  ['lines that end as on Unix', (text: string) => inEncoding(text.replaceAll('\r\n', '\n'))],
  ['no line end after the last line', (text: string) => inEncoding(text.trimEnd())],
  ['the sign by which DOS ended its files', (text: string) => inEncoding(`${text}\u001A`)],
])('a file with %s is read with its names', async (_, encoded) => {
  const { file } = await desk.take(encoded(sberText([payment(NOBODY, 1234, { name: 'ПЕТРОВА ЁЛКА' })])))
  expect(file).toMatchObject({ state: 'posted', waitingRows: 1 })
  expect(await api.db.registryRow.findFirst({ where: { fileId: file.id } })).toMatchObject({
    payerName: 'ПЕТРОВА ЁЛКА',
  })
})

test.each([
  ['ibm866', 'cp866'],
  ['koi8-r', 'koi8-r'],
  ['utf-8', 'utf8'],
] as const)('a bank that writes %s is one more profile, and no code', async (encoding, written) => {
  const [sber] = await api.db.setting.findMany({ where: { name: 'bank_profile:sber' } })
  if (!sber) throw new Error('there is no profile of Sberbank')
  const { payments, ...rest } = sber.value as { payments: object }
  const name = `bank_${written.replaceAll(/\W/g, '')}`
  const value = { ...rest, name, payments: { ...payments, encoding } }
  await api.db.setting.create({
    data: { name: `bank_profile:${name}`, validFrom: new Date('2026-01-01'), value },
  })
  const text = sberText([payment(NOBODY, 1234, { name: 'ПЕТРОВА АННА' })])
  const { file } = await desk.take(inEncoding(text, written), { profile: name })
  expect(file).toMatchObject({ state: 'posted', waitingRows: 1 })
  expect(await api.db.registryRow.findFirst({ where: { fileId: file.id } })).toMatchObject({
    payerName: 'ПЕТРОВА АННА',
  })
})

const RIGHT = (account: string) => [
  payment(account, 10_000),
  payment(account, 20_000),
  payment(account, 30_000),
]
const lines = (rows: readonly SberRow[], ...more: string[]) => [...rows.map(sberRow), ...more].join('\r\n')

test.each([
  ['has lost its last line', (rows: SberRow[]) => lines(rows), 'no_total'],
  ['was cut short in the middle of a row', (rows: SberRow[]) => lines(rows).slice(0, -40), 'bad_cells'],
  [
    'was cut short in its last line',
    (rows: SberRow[]) => lines(rows, sberTrailer(rows)).slice(0, -6),
    'bad_total',
  ],
  [
    'names another sum',
    (rows: SberRow[]) => lines(rows, sberTrailer(rows).replace('600,00', '600,01')),
    'amount_differs',
  ],
  [
    'names another number of rows',
    (rows: SberRow[]) => lines(rows, sberTrailer(rows).replace('=3', '=4')),
    'count_differs',
  ],
  [
    'goes on after its last line',
    (rows: SberRow[]) => lines(rows, sberTrailer(rows), sberRow(rows[0] as SberRow)),
    'after_last',
  ],
  ['has a row twice', (rows: SberRow[]) => sberText([...rows, ...rows.slice(0, 1)]), 'repeated_key'],
  [
    'has a payment of tomorrow',
    (rows: SberRow[]) => sberText(rows).replace('15-11-2026', '23-11-2026'),
    'in_the_future',
  ],
  [
    'has a day that no calendar has',
    (rows: SberRow[]) => sberText(rows).replace('15-11-2026', '31-11-2026'),
    'bad_date',
  ],
  ['has a sum that is none', (rows: SberRow[]) => sberText(rows).replace(';100,00;', ';1OO,00;'), 'bad_sum'],
  [
    'has a sum of nothing',
    (rows: SberRow[]) => sberText([...rows, { ...(rows[0] as SberRow), key: 'nothing', kopecks: 0 }]),
    'not_positive',
  ],
  [
    'has a line without end',
    (rows: SberRow[]) => `${'x'.repeat(9000)}\r\n${sberText(rows)}`,
    'line_too_long',
  ],
  ['has nothing in it', () => sberTrailer([]), 'empty'],
])('a file that %s posts nothing at all, and says what is wrong', async (_, make, code) => {
  const account = await api.given.account()
  const { file, faults } = await desk.take(inEncoding(make(RIGHT(account.number))))
  expect(file).toMatchObject({ state: 'refused', creditedRows: 0 })
  expect(faults.map((fault) => fault.code)).toContain(code)
  expect(await creditedTo(api, account.id)).toBe(0)
  expect(await api.db.registryRow.count({ where: { fileId: file.id } })).toBe(0)
})

test('what is wrong with a row says nothing of who paid', async () => {
  const text = sberText([payment(NOBODY, 100)]).replace('15-11-2026', 'ИВАНОВ 5')
  const { faults } = await desk.take(inEncoding(text))
  expect(JSON.stringify(faults)).not.toContain('ИВАНОВ')
})

test('bytes of a file that was checked are kept no longer', async () => {
  await desk.take(inEncoding(sberText([payment(NOBODY, 100)])))
  expect(await api.db.registryPart.count()).toBe(0)
})

test('money for a closed account waits, and of a known payer no name is kept', async () => {
  const closed = await api.given.account({ closedOn: '2026-11-01' })
  const living = await api.given.account()
  const { file } = await desk.take(
    inEncoding(sberText([payment(closed.number, 700), payment(living.number, 800)])),
  )
  expect(file).toMatchObject({ creditedRows: 1, waitingRows: 1 })
  expect(await creditedTo(api, closed.id)).toBe(0)
  const rows = await api.db.registryRow.findMany({ where: { fileId: file.id }, orderBy: { line: 'asc' } })
  expect(rows.map(({ payerName }) => payerName)).toEqual(['ИВАНОВ ИВАН ИВАНОВИЧ', null])
})

test('which bank a file is of is told by its shape; what looks like none is not taken', async () => {
  const account = await api.given.account()
  await api.db.setting.deleteMany({ where: { name: { startsWith: 'bank_profile:bank_' } } })
  const gorod = [
    '#FILESUM 12.50',
    '#COUNT 1',
    '#TYPE 7',
    `ИВАНОВ И.И.;Челябинск,Труда,12,45;${account.number};12.50;14.11.2026;G-1`,
  ].join('\r\n')
  expect((await desk.take(inEncoding(gorod), { profile: null })).file).toMatchObject({
    profile: 'gorod',
    creditedRows: 1,
  })
  const sber = inEncoding(sberText([payment(account.number, 10_000)]))
  expect((await desk.take(sber, { profile: null })).file.profile).toBe('sber')
  const { answer } = await desk.send(inEncoding('name,phone\nИванов,123\n'), { profile: null })
  expect(answer.json()).toMatchObject({ code: 'registry_profile_unknown' })
})

test('parts that have not come are missed, and nobody else sends parts of my file', async () => {
  const begun = await desk.anna.post('/staff/registries/files', {
    fileName: 'f.txt',
    byteCount: 999,
    profile: 'sber',
  })
  const { id } = begun.json<{ id: string }>()
  const vera = await signedIn(api, await api.given.person({ roles: ['administrator'] }))
  expect((await vera.put(`/staff/registries/files/${id}/parts/0`, { content: 'AAAA' })).statusCode).toBe(404)
  expect((await vera.post(`/staff/registries/files/${id}/complete`)).statusCode).toBe(404)
  await desk.anna.put(`/staff/registries/files/${id}/parts/0`, { content: 'AAAA' })
  const answer = await desk.anna.post(`/staff/registries/files/${id}/complete`)
  expect(answer.json()).toMatchObject({ code: 'registry_incomplete' })
})

test('a file larger than 256 MB, a part that is no base64 and a name with a line end are refused', async () => {
  const file = { fileName: 'f.txt', byteCount: 10, profile: null }
  const begin = (facts: object) => desk.anna.post('/staff/registries/files', { ...file, ...facts })
  expect((await begin({ byteCount: 256 * 1024 * 1024 + 1 })).statusCode).toBe(400)
  expect((await begin({ fileName: 'a\nb' })).statusCode).toBe(400)
  const { id } = (await begin({})).json<{ id: string }>()
  const part = `/staff/registries/files/${id}/parts/0`
  expect((await desk.anna.put(part, { content: '<>!?' })).statusCode).toBe(400)
  expect((await desk.anna.put(part.replace('/0', '/512'), { content: 'AAAA' })).statusCode).toBe(400)
})

test('after all of it the books are even, and what waits is what the queue says', async () => {
  const { all, unmatched } = await booksOf(api)
  const queue = (await desk.anna.get('/staff/registries/unmatched')).json<{ kopecks: number }>()
  expect(all).toBe(0)
  expect(unmatched).toBe(-queue.kopecks)
})
