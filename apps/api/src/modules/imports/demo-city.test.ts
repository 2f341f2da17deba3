import { afterAll, beforeAll, expect, test } from 'vitest'
import { type DemoCityReport, seedDemoCity } from '../../../../../prisma/seed/demo-city.ts'
import { demoSignIns } from '../../../../../prisma/seed/demo-sign-ins.ts'
import { streets } from '../../../../../prisma/seed/demo-streets.ts'
import { type ImportDesk, importDesk } from '../../../test/import-desk.ts'

let desk: ImportDesk
let report: DemoCityReport
beforeAll(async () => {
  desk = await importDesk()
  report = await seedDemoCity({ connectionString: desk.url, accounts: 2000 })
})
afterAll(() => desk.close())

const count = async (sql: string) => Number((await desk.query(`SELECT count(*) AS n ${sql}`))[0]?.['n'])

test('every row of the demo city passes the checks of the import', () => {
  expect(report).toMatchObject({ accounts: 2000, failed: 0 })
  expect(new Set(streets).size).toBeGreaterThanOrEqual(60)
})

test('the demo city made twice is one city', async () => {
  const again = await seedDemoCity({ connectionString: desk.url, accounts: 2000 })
  expect(again.failed).toBe(0)
  expect(await count('FROM accounts')).toBe(2000)
  expect(await count('FROM readings WHERE revision > 15')).toBe(0)
})

test.each([
  ['switched off accountless entry', 'FROM accounts WHERE NOT is_accountless_allowed'],
  ['legal entities', `FROM accounts WHERE kind = 'legal'`],
  ['closed accounts', 'FROM accounts WHERE closed_on IS NOT NULL'],
  ['private houses', `FROM premises WHERE flat_key = '' AND kind = 'residential'`],
  ['houses with a letter', `FROM premises WHERE house_key ~ '^\\d+[АБВ]$'`],
  ['houses with a block', `FROM premises WHERE house_key ~ 'К\\d'`],
  ['corner houses', `FROM premises WHERE house_key ~ '/'`],
  ['hot water', `FROM meters WHERE service = 'hot'`],
  ['four meters in a flat', 'FROM (SELECT FROM meters GROUP BY account_id HAVING count(*) = 4) four'],
  ['expired verifications', `FROM meters WHERE verification_due_on < '2026-11-22'`],
  ['near verifications', `FROM meters WHERE verification_due_on BETWEEN '2026-11-22' AND '2027-01-21'`],
  ['removed meters', 'FROM meters WHERE removed_on IS NOT NULL'],
  ['meters without a reading', 'FROM meters m WHERE NOT EXISTS (SELECT FROM readings WHERE meter_id = m.id)'],
  ['meters about to roll over', 'FROM readings WHERE value_litres >= 99990000'],
  ['meters that rolled over', 'FROM readings WHERE is_rollover'],
  ['readings of this month', `FROM readings WHERE period = '2026-11-01'`],
  ['14 months of readings', 'FROM (SELECT FROM readings GROUP BY meter_id HAVING count(*) >= 14) whole'],
])('the demo city has %s', async (_, sql) => expect(await count(sql)).toBeGreaterThan(0))

test('the sign-ins that start prints are there, the first one as the design draws it', async () => {
  for (const { accountNumber, house, flat } of demoSignIns) {
    const sql = `FROM accounts a JOIN premises p ON p.id = premises_id
      WHERE number = '${accountNumber}' AND house = '${house}' AND flat = '${flat}'`
    expect(await count(sql)).toBe(1)
  }
  const rows = await desk.query(
    `SELECT type, serial, verification_due_on::text AS due, value_litres, taken_on::text
     FROM meters m JOIN accounts a ON a.id = account_id JOIN readings r ON r.meter_id = m.id
     WHERE number = '3140000017' AND period = '2026-10-01' ORDER BY service`,
  )
  expect(rows).toEqual([
    { type: 'СХВ-15', serial: '07451893', due: '2029-03-14', value_litres: 123_456, taken_on: '2026-10-22' },
    { type: 'СГВ-15', serial: '09833021', due: '2026-12-15', value_litres: 87_120, taken_on: '2026-10-22' },
  ])
})

test.each(['2027-01-01', '2027-03-31', '2028-02-29', '2026-12-31'])(
  'the demo city of %s is in order too',
  async (today) => {
    const other = await importDesk(`${today}T07:00:00Z`)
    const made = await seedDemoCity({ connectionString: other.url, accounts: 700 })
    await other.close()
    expect(made).toMatchObject({ accounts: 700, failed: 0 })
  },
)
