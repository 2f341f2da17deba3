import type { ReferenceRow } from '@rodnik/contract/reference'
import { valueOf } from '@rodnik/domain/reference/subject'
import { canonicalJson } from '../../platform/canonical-json.ts'
import type { Tx } from '../../platform/db.ts'
import type { Deps } from '../../platform/deps.ts'
import {
  BY_FILE,
  correctImportedRow,
  findRecordedRows,
  insertReferenceRow,
  type RecordedRow,
  takeLoadersTurn,
} from './reference.repo.ts'
import { recordChange } from './reference.service.ts'
import { nameOf, readReferenceFolder } from './reference-files.ts'

/** Another instance may be loading at the same time. */
const PATIENCE_MS = 60_000

/** Rows by what became of them, by name. */
export type LoadOutcome = {
  added: string[]
  /** They had come with a file that now says otherwise. */
  corrected: string[]
  /** People recorded or took back something else: that stays. */
  kept: string[]
}

/**
 * Brings the rows of a folder into the database, all or none; the same files again change nothing.
 * @throws when a file is not as it should be
 */
export async function loadReference({ db }: Pick<Deps, 'db'>, folder: string): Promise<LoadOutcome> {
  const rows = readReferenceFolder(folder)
  return db.$transaction(
    async (tx) => {
      await takeLoadersTurn(tx)
      const known = new Map((await findRecordedRows(tx)).map((recorded) => [nameOf(recorded.row), recorded]))
      const outcome: LoadOutcome = { added: [], corrected: [], kept: [] }
      for (const row of rows) {
        const became = await load(tx, row, known.get(nameOf(row)))
        if (became) outcome[became].push(nameOf(row))
      }
      return outcome
    },
    { timeout: PATIENCE_MS, maxWait: PATIENCE_MS },
  )
}

async function load(
  tx: Tx,
  row: ReferenceRow,
  known: RecordedRow | undefined,
): Promise<keyof LoadOutcome | undefined> {
  if (!known) return (await insertReferenceRow(tx, row, BY_FILE)) ? 'added' : 'kept'
  if (!known.isWithdrawn && canonicalJson(known.row) === canonicalJson(row)) return undefined
  if (!(await correctImportedRow(tx, row))) return 'kept'
  await recordChange(tx, BY_FILE, {
    action: 'reference.corrected',
    row,
    before: { ...valueOf(known.row), act: known.row.act },
    after: { ...valueOf(row), act: row.act },
  })
  return 'corrected'
}
