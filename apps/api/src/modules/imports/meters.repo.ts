import { refuseUnknownAccounts } from './known-accounts.sql.ts'
import type { Loader } from './loader.ts'
import {
  addMeters,
  changeMeters,
  countMeters,
  fillAbsentColumns,
  refuseContradictions,
  refuseDisorder,
  refuseOtherServices,
  refuseRepeatedMeters,
} from './meters.sql.ts'

const changeableFields = [
  'place',
  'whole_digits',
  'fraction_digits',
  'nominal_litres_per_hour',
  'installed_on',
  'last_verified_on',
  'verification_due_on',
  'seal_number',
  'removed_on',
  'failed_on',
  'access_refused_on',
]

export const metersLoader: Loader = {
  async check(client, context) {
    await client.query(refuseUnknownAccounts)
    await client.query(refuseRepeatedMeters)
    await client.query(refuseOtherServices)
    const absent = changeableFields.filter((field) => !context.layout.positions.has(field))
    if (absent.length > 0) {
      await client.query(fillAbsentColumns(absent))
      await client.query(refuseDisorder)
    }
    await client.query(refuseContradictions)
  },

  async count(client) {
    const answer = await client.query<{ added: number; changed: number; rows: number }>(
      countMeters(changeableFields),
    )
    const { added, changed, rows } = answer.rows[0] ?? { added: 0, changed: 0, rows: 0 }
    return { added, changed, unchanged: rows - added - changed }
  },

  async apply(client) {
    await client.query(changeMeters(changeableFields))
    await client.query(addMeters)
  },
}
