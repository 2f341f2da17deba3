import { countContracts, keepAbsent, refusals, writeContracts } from './contracts.sql.ts'
import type { Effect, Loader } from './loader.ts'

export const contractsLoader: Loader = {
  async check(client, { layout }) {
    for (const refusal of refusals) await client.query(refusal)
    const kept = keepAbsent((field) => layout.positions.has(field))
    if (kept !== undefined) await client.query(kept)
  },

  async count(client) {
    const answer = await client.query<Effect>(countContracts)
    return answer.rows[0] ?? { added: 0, changed: 0, unchanged: 0 }
  },

  async apply(client) {
    await client.query(writeContracts)
  },
}
