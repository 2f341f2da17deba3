import { type ClientBase, DatabaseError } from 'pg'
import type { Effect, Loader } from './loader.ts'
import {
  addReadings,
  addRecorded,
  compareWithRecorded,
  countReadings,
  makeTimeline,
  makeTouched,
  recalculateFinalMonths,
  refuseAmbiguous,
  refuseFirstImpossible,
  returnReasons,
  settleRepeatedMonths,
} from './readings.sql.ts'

/** Somebody sent readings of the same meters while the file was being loaded: loading it again settles it. */
export class ReadingsChangedMeanwhile extends Error {
  constructor() {
    super('Readings of the same meters were sent while the file was being loaded. Run the import again.')
  }
}

export const readingsLoader: Loader = {
  async check(client, { rules, isReplacing }) {
    await client.query(makeTimeline, [rules.today])
    if (await isAnyTypeMissing(client)) await client.query(refuseAmbiguous)
    await client.query(settleRepeatedMonths)
    await client.query(makeTouched)
    const recorded = await client.query(addRecorded)
    await client.query('ANALYZE timeline, touched')
    if (recorded.rowCount) await client.query(compareWithRecorded, [isReplacing])
    await refuseImpossible(client, isReplacing)
    await client.query(returnReasons)
  },

  async count(client) {
    const answer = await client.query<Effect>(countReadings)
    return answer.rows[0] ?? { added: 0, changed: 0, unchanged: 0 }
  },

  async apply(client, { by }) {
    try {
      await client.query(addReadings)
      await client.query(recalculateFinalMonths, [by.actor])
    } catch (error) {
      throw isUniqueViolation(error) ? new ReadingsChangedMeanwhile() : error
    }
  },
}

function isUniqueViolation(error: unknown): boolean {
  return error instanceof DatabaseError && error.code === '23505'
}

async function isAnyTypeMissing(client: ClientBase): Promise<boolean> {
  const answer = await client.query('SELECT FROM staged WHERE type IS NULL AND reason IS NULL LIMIT 1')
  return answer.rows.length > 0
}

/** Each round refuses at least one more row or is the last one; only meters with a refusal are looked at again. */
async function refuseImpossible(client: ClientBase, isReplacing: boolean): Promise<void> {
  let meterIds: string[] | null = null
  while (meterIds === null || meterIds.length > 0) {
    const refused: { rows: { meter_id: string }[] } = await client.query(refuseFirstImpossible, [
      isReplacing,
      meterIds,
    ])
    meterIds = refused.rows.map((row) => row.meter_id)
  }
}
