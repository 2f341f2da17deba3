import type { ImportRun } from '@rodnik/contract/staff-imports'
import { useStaffWords } from '../../lib/staff-words.ts'

/** Where the worker is, in words: how long a table is it knows only at its end. */
export function ProgressLine({ run: { progress } }: { run: ImportRun }) {
  const { steps } = useStaffWords().imports
  if (progress === null) return null
  return <div className="unknown">{steps[progress.step](progress.fileName, progress.rows)}</div>
}
