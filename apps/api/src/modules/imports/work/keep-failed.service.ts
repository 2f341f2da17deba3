import type { Deps } from '../../../platform/deps.ts'
import { type FailedRow, type FailedRows, writeFailedRows } from '../failed-rows.ts'
import type { NotedFailure } from '../runs/failed-rows.repo.ts'
import { GivenUp } from './outcome.repo.ts'
import { insertFailedPart, type Task } from './tasks.repo.ts'

const PART_BYTES = 1_000_000
/** As many as anybody reads on a page. */
const MAX_NOTED = 50
/** Of a row: so much that it is found in the file. */
const MAX_CHARACTERS = 160

type Kept = { pool: Deps['pool']; task: Task; fileId: string }

/**
 * Keeps the failed rows of a file, beside the transaction that may be taken back; they count when the attempt does.
 * @returns the first of them
 */
export async function keepFailed(kept: Kept, failed: FailedRows): Promise<NotedFailure[]> {
  const noted: NotedFailure[] = []
  const onRow = ({ rowNumber, cells, reason }: FailedRow) => {
    if (noted.length >= MAX_NOTED) return
    noted.push({ row: rowNumber, cells: cells.join('; ').slice(0, MAX_CHARACTERS), reason })
  }
  await writeFailedRows(failed, partsSink(kept), onRow)
  return noted
}

/** About a megabyte at a time goes to the database and is forgotten here. */
function partsSink({ pool, task, fileId }: Kept) {
  return async (csv: AsyncIterable<Buffer>) => {
    let pieces: Buffer[] = []
    let size = 0
    let part = 0
    const flush = async () => {
      const content = Buffer.concat(pieces)
      pieces = []
      size = 0
      if (!(await insertFailedPart(pool, task, { fileId, part: part++, content }))) throw new GivenUp()
    }
    for await (const piece of csv) {
      pieces.push(piece)
      size += piece.length
      if (size >= PART_BYTES) await flush()
    }
    if (size > 0) await flush()
  }
}
