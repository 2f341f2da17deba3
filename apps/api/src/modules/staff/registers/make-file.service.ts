import type { Deps } from '../../../platform/deps.ts'
import { tableWriter } from '../../../platform/spreadsheets/table-writer.ts'
import { businessDay } from '../../info/index.ts'
import { failTask, insertPart, noteProgress, type Task, takeTask } from './exports.repo.ts'
import { patiently } from './patiently.repo.ts'
import { registerOf } from './registers.ts'
import { countRows, findRows, type Place } from './rows.repo.ts'

const BATCH_ROWS = 2000
const PART_BYTES = 1_000_000

type Worker = Pick<Deps, 'db' | 'log'>

/** The rows of a register in their order, as many at a time as one statement should read. */
async function* batchesOf({ db }: Worker, { wish }: Task, today: string) {
  const batchAfter = (after: Place | null) =>
    patiently(db, (tx) => findRows(tx, { wish, today, after, limit: BATCH_ROWS }))
  let rows = await batchAfter(null)
  while (rows.length > 0) {
    yield rows
    rows = rows.length < BATCH_ROWS ? [] : await batchAfter(rows.at(-1) ?? null)
  }
}

/** Bytes of the file until they make a part; the part goes to the database and is forgotten here. */
function partsOf({ db }: Worker, task: Task) {
  let kept: Uint8Array[] = []
  let size = 0
  let part = 0
  let bytes = 0
  const flush = async () => {
    if (size === 0) return
    if (!(await insertPart(db, task, part++, Buffer.concat(kept)))) throw new Error('begun anew by another')
    kept = []
    size = 0
  }
  return {
    add: async (chunk: Uint8Array) => {
      kept.push(chunk)
      size += chunk.length
      bytes += chunk.length
      if (size >= PART_BYTES) await flush()
    },
    flush,
    bytes: () => bytes,
  }
}

async function make(worker: Worker, task: Task): Promise<void> {
  const { db } = worker
  const { today } = await businessDay(worker)
  const register = registerOf(task.wish.register)
  const writer = tableWriter(task.format, register.words[task.language])
  const parts = partsOf(worker, task)
  const rowCount = await patiently(db, (tx) => countRows(tx, { wish: task.wish, today }))
  await noteProgress(db, task, { rows: rowCount })
  let doneRows = 0
  for await (const rows of batchesOf(worker, task, today)) {
    await parts.add(writer.write(rows.map((row) => register.cells(row, task.language))))
    doneRows += rows.length
    await noteProgress(db, task, { doneRows })
  }
  await parts.add(writer.end())
  await parts.flush()
  await noteProgress(db, task, { rows: doneRows, bytes: parts.bytes(), isReady: true })
}

/** Makes every file that waits. One that cannot be made is marked, and may be asked for anew. */
export async function makeFiles(worker: Worker): Promise<void> {
  for (let task = await takeTask(worker.db); task; task = await takeTask(worker.db)) {
    try {
      await make(worker, task)
    } catch (error) {
      worker.log.error({ err: error, export: task.id }, 'a file of a register could not be made')
      await failTask(worker.db, task)
    }
  }
}
