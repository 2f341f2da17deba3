import { parentPort, workerData } from 'node:worker_threads'
import { Client } from 'pg'
import { computeSlice, type Month } from './compute-slice.ts'
import type { Slice } from './input-account.ts'
import { type PenaltyReference, penaltyPlan } from './penalty-plan.ts'

/** A thread with a connection of its own; it is sent slices and answers each with its totals. */
export type WorkerData = {
  connectionString: string
  month: Omit<Month, 'penalties'> & { penalties: PenaltyReference }
}

const { connectionString, month: known } = workerData as WorkerData
const month: Month = { ...known, penalties: penaltyPlan(known.penalties, known.period) }
const client = new Client({ connectionString, application_name: 'rodnik-billing' })
await client.connect()

const port = parentPort
if (!port) throw new Error('This file runs as a worker thread')
port.on('message', (slice: Slice | null) => {
  if (slice === null) {
    void client.end().then(() => port.close())
    return
  }
  computeSlice(client, month, slice).then(
    (totals) => port.postMessage({ slice: slice.slice, totals }),
    // Thrown in the thread it ends it, and the close with it.
    (error: unknown) =>
      setImmediate(() => {
        throw error
      }),
  )
})
port.postMessage(null)
