import {
  countBalances,
  enterOpenings,
  makeOpeningEntries,
  makeTouchedBalances,
  postOpenings,
  refuseChargedMonths,
  refuseOtherBalances,
  refuseRepeatedBalances,
} from './balances.sql.ts'
import { refuseUnknownAccounts } from './known-accounts.sql.ts'
import type { Effect, Loader } from './loader.ts'

export const balancesLoader: Loader = {
  async check(client, { isReplacing }) {
    await client.query(refuseRepeatedBalances)
    await client.query(refuseUnknownAccounts)
    await client.query(refuseChargedMonths)
    await client.query(makeTouchedBalances)
    await client.query('ANALYZE touched')
    if (!isReplacing) await client.query(refuseOtherBalances)
  },

  async count(client) {
    const answer = await client.query<Effect>(countBalances)
    return answer.rows[0] ?? { added: 0, changed: 0, unchanged: 0 }
  },

  async apply(client, { by }) {
    await client.query(makeOpeningEntries, [by.runId])
    await client.query(postOpenings, [by.actor])
    await client.query(enterOpenings)
  },
}
