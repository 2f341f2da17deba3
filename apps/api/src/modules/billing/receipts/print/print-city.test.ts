import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Api, startApi } from '../../../../../test/api.ts'
import { closeMonths } from '../../../../../test/close-months.ts'
import { openPdf } from '../../../../../test/pdf.ts'
import { runBillingReceipts } from '../../../../billing-receipts.ts'
import { receiptCode } from '../../../accounts/index.ts'

let api: Api
let folder: string

/** In no order, as they were entered. */
const FLATS = [
  { street: 'ул. Мира', house: '10', flat: '2' },
  { street: 'ул. Мира', house: '9а', flat: '10' },
  { street: 'ул. Труда', house: '1', flat: '' },
  { street: 'ул. Мира', house: '9', flat: '10' },
  { street: 'ул. Мира', house: '9', flat: '9' },
]
const WALK = ['9, кв. 9', '9, кв. 10', '9а, кв. 10', '10, кв. 2', 'Труда']

beforeAll(async () => {
  api = await startApi()
  for (const address of FLATS) {
    const account = await api.given.account(address)
    await api.given.meter(account.id, { readings: { '2026-09': 100_000, '2026-10': 104_000 } })
  }
  await closeMonths(api, '2026-10')
})
afterAll(() => api.stop())
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rodnik-print-'))
  return () => rmSync(folder, { recursive: true })
})

const print = (...args: string[]) =>
  runBillingReceipts(args, { connectionString: api.databaseUrl, secret: api.env.SESSION_SECRET })
const files = () => readdirSync(folder).toSorted()

async function pagesOf(file: string) {
  const document = await openPdf(readFileSync(join(folder, file)))
  return Promise.all(
    Array.from({ length: document.numPages }, async (_, i) => {
      const { items } = await (await document.getPage(i + 1)).getTextContent()
      return items
        .map((item) => ('str' in item ? item.str : ''))
        .join(' ')
        .replaceAll(/\s+/g, ' ')
    }),
  )
}

test('the city is printed in the order of the walk, in files of so many pages', async () => {
  expect(await print('2026-10', '--out', folder, '--by', '2')).toBe(0)

  expect(files()).toEqual([
    'receipts-2026-10-1-2.pdf',
    'receipts-2026-10-3-4.pdf',
    'receipts-2026-10-5-5.pdf',
  ])
  const pages = (await Promise.all(files().map(pagesOf))).flat()
  expect(pages).toHaveLength(WALK.length)
  for (const [i, words] of WALK.entries()) expect(pages[i]).toContain(words)
})

test('cut short, it is gone on with: what is whole stays, what is not is printed again', async () => {
  await print('2026-10', '--out', folder, '--by', '2')
  const whole = files().map((file) => readFileSync(join(folder, file)))
  writeFileSync(join(folder, 'receipts-2026-10-1-2.pdf'), 'whole already')
  rmSync(join(folder, 'receipts-2026-10-3-4.pdf'))
  writeFileSync(join(folder, 'receipts-2026-10-3-4.pdf.part'), 'half of it')

  expect(await print('2026-10', '--out', folder, '--by', '2')).toBe(0)

  expect(readFileSync(join(folder, 'receipts-2026-10-1-2.pdf'), 'utf8')).toBe('whole already')
  expect(readFileSync(join(folder, 'receipts-2026-10-3-4.pdf')).equals(whole[1] ?? Buffer.alloc(0))).toBe(
    true,
  )
  expect(files()).toHaveLength(3)
})

test('paper bears the code by which whoever holds it links the account', async () => {
  await print('2026-10', '--out', folder)
  const [page = ''] = await pagesOf(files()[0] ?? '')
  const number = /Лицевой счёт (314 \d{3} \d{2} \d{2})/.exec(page)?.[1]?.replaceAll(' ', '') ?? ''
  const code = receiptCode(api.env.SESSION_SECRET, number, '2026-10')

  expect(page).toContain(`Код квитанции ${code.slice(0, 4)} ${code.slice(4)}`)
})

test.each([
  [['2026-11', '--out', 'x']],
  [['2026-10']],
  [['2026-13', '--out', 'x']],
  [['2026-10', '--out', 'x', '--by', '0']],
  [['2026-10', '--out', 'x', '--by', '5001']],
  [['2026-10', '--out', 'x', '--bye']],
])('%j cannot be done', async (args) => {
  expect(await print(...args)).toBe(2)
})
