import { recordAccountChanges } from './account-changes.sql.ts'
import {
  addAccounts,
  addPremises,
  changeAccounts,
  changePremisesKinds,
  countAccounts,
  refuseOtherPremisesKinds,
  refuseRepeatedAccounts,
} from './accounts.sql.ts'
import { type LoadContext, type Loader, presentColumns } from './loader.ts'

const changeableFields = [
  'kind',
  'holder_name',
  'residents_count',
  'owners_count',
  'housing_group',
  'has_sewer',
  'is_meter_impossible',
  'is_accountless_allowed',
  'closed_on',
]
const hasPremisesKind = ({ layout }: LoadContext) => layout.positions.has('premises_kind')

export const accountsLoader: Loader = {
  async check(client, context) {
    await client.query(refuseRepeatedAccounts)
    if (hasPremisesKind(context)) await client.query(refuseOtherPremisesKinds)
  },

  async count(client, context) {
    const fields = presentColumns(context, changeableFields)
    const answer = await client.query<{ added: number; changed: number; rows: number }>(
      countAccounts(fields, hasPremisesKind(context)),
    )
    const { added, changed, rows } = answer.rows[0] ?? { added: 0, changed: 0, rows: 0 }
    return { added, changed, unchanged: rows - added - changed }
  },

  async apply(client, context) {
    const fields = presentColumns(context, changeableFields)
    await client.query(recordAccountChanges(fields, hasPremisesKind(context)), [
      context.by.actor,
      context.by.runId,
    ])
    await client.query(addPremises)
    await client.query('ANALYZE premises')
    if (hasPremisesKind(context)) await client.query(changePremisesKinds)
    await client.query(changeAccounts(fields))
    await client.query(addAccounts)
  },
}
