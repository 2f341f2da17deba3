import type { Deps } from '../../../platform/deps.ts'
import type { File } from '../../../platform/send-file.ts'
import { toCsv } from '../../../platform/spreadsheets/csv.ts'

type Row = { number: string; code: string; subject: string; day: string | null }

/** Whom a month does not charge: a reason for each, with the service, norm or meter it is about. */
export async function refusedAccounts({ pool }: Pick<Deps, 'pool'>, period: string): Promise<File> {
  const { rows } = await pool.query<Row>(
    `SELECT a.number, r.code, r.subject, r.day::text
     FROM refused_charges r JOIN accounts a ON a.id = r.account_id
     WHERE r.period = $1::date ORDER BY r.code, a.number`,
    [`${period}-01`],
  )
  const table = {
    title: 'Не начислено',
    columns: ['Лицевой счёт', 'Причина', 'О чём', 'С какого дня'],
    rows: rows.map(({ number, code, subject, day }) => [
      number,
      code,
      subject,
      day === null ? null : { day },
    ]),
  }
  return {
    name: `Не начислено за ${period}.csv`,
    plainName: `refused-${period}.csv`,
    type: 'text/csv; charset=utf-8',
    content: toCsv(table),
  }
}
