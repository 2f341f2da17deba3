import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Api, signedIn, startApi } from '../../../../../test/api.ts'
import { post } from '../../../billing/index.ts'
import { writeDebts } from './write-debts.service.ts'

let api: Api
let clerk: Awaited<ReturnType<typeof signedIn>>
let debtor: { id: string; number: string }
let company: { id: string; number: string }
let richer: { id: string; number: string }
beforeAll(async () => {
  api = await startApi()
  clerk = await signedIn(api, await api.given.person({ roles: ['clerk'] }))
  const street = 'улица Труда; д|ворец'
  debtor = await api.given.account({ street, holderName: 'Петрова Нина Ивановна', number: '3140000001' })
  company = await api.given.account({ kind: 'legal', holderName: 'ООО «Вода»', number: '3140000002' })
  richer = await api.given.account({ holderName: 'Ли', number: '3140000003' })
  await api.given.account({ closedOn: '2026-11-01', number: '3140000004' })
  await owe(debtor.id, [
    ['receivable', '2026-10', 50_000],
    ['receivable', null, -10_000],
    ['penalty_receivable', '2026-09', 123],
  ])
  await owe(company.id, [['receivable', '2026-10', 7]])
  await owe(richer.id, [
    ['receivable', null, -900],
    ['penalty_receivable', '2026-09', 300],
  ])
})
afterAll(() => api.stop())

type Item = ['receivable' | 'penalty_receivable', string | null, number]

const owe = (accountId: string, items: Item[]) =>
  post(api.db, {
    kind: 'opening',
    operation: `test:${accountId}`,
    occurredOn: '2026-10-31',
    actor: 'system',
    entries: [
      ...items.map(([book, period, kopecks]) => ({
        book,
        accountId,
        service: 'cold_water' as const,
        period,
        amountKopecks: BigInt(kopecks),
      })),
      {
        book: 'opening' as const,
        amountKopecks: BigInt(-items.reduce((sum, [, , kopecks]) => sum + kopecks, 0)),
      },
    ],
  })

const download = (query = '') => clerk.get(`/staff/registries/debts/${query}`)
const linesOf = (bytes: Buffer) => iconv.decode(bytes, 'win1251').split('\r\n')

test('Sberbank is told what each living account owes now, with masked names of residents and the sum at the end', async () => {
  const answer = await download('sber')
  expect(answer.headers['content-disposition']).toBe(
    'attachment; filename="7453999016_40702810300000000314_001_1126.txt"',
  )
  const service = 'Водоснабжение и водоотведение'
  const lines = linesOf(answer.rawPayload)
  expect(lines[0]).toBe(
    `3140000001|  45|П*** Н. И.|улица Труда; д ворец 12а 45|1|${service}|1126||40123`.replace('  45', ',,45'),
  )
  expect(lines[1]).toContain('|ООО «Вода»|')
  expect(lines[2]).toMatch(/^3140000003\|.*\|Л\*\*\*\|.*\|300$/)
  expect(lines.slice(3)).toEqual(['=|3|40430', ''])
})

test('«Город» is told the sum first', async () => {
  const lines = linesOf((await download('gorod?number=7')).rawPayload)
  expect(lines.slice(0, 3)).toEqual(['#FILESUM 404.30', '#TYPE 7', '#SERVICE 314'])
  expect(lines[3]).toMatch(/^П\*\*\* Н\. И\.;Челябинск,улица Труда д\|ворец,12а,45;3140000001;401\.23;314$/)
  expect(lines).toHaveLength(7)
})

test('whole names go out only where the contract with the bank says so; the log has it', async () => {
  const [sber] = await api.db.setting.findMany({ where: { name: 'bank_profile:sber' } })
  const value = sber?.value as { debts: object }
  await api.db.setting.create({
    data: {
      name: 'bank_profile:sber',
      validFrom: new Date('2026-11-01'),
      value: { ...value, debts: { ...value.debts, hasFullNames: true, accounts: 'owing' } },
    },
  })
  const lines = linesOf((await download('sber')).rawPayload)
  expect(lines[0]).toContain('|Петрова Нина Ивановна|')
  const [event] = await api.db.auditEvent.findMany({
    where: { action: 'payments.debts_told' },
    orderBy: { id: 'desc' },
    take: 1,
  })
  expect(event).toMatchObject({
    actor: `staff:${clerk.id}`,
    details: { profile: 'sber', hasFullNames: true },
  })
})

test('the command writes the same file, under its name once it is whole', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rodnik-debts-'))
  const wish = { profile: 'gorod', number: 1, by: 'import', folder }
  const path = await writeDebts({ db: api.db, connectionString: api.databaseUrl }, wish)
  expect(readFileSync(path)).toEqual((await download('gorod')).rawPayload)
  expect(readdirSync(folder)).toEqual(['gorod_314_20261122.txt'])
  rmSync(folder, { recursive: true })
})

test('a bank that nobody knows is told nothing, and an operator tells none', async () => {
  expect((await download('nobody')).statusCode).toBe(404)
  const operator = await signedIn(api, await api.given.person({ roles: ['operator'] }))
  expect((await operator.get('/staff/registries/debts/sber')).statusCode).toBe(403)
})
