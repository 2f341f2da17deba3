import { basename } from 'node:path'
import type { FileReport } from './import-files.ts'

const EVERY_MS = 1000
const CHECK_CLOCK_EVERY_ROWS = 1000

type Stream = { write: (text: string) => unknown; isTTY?: boolean }

/** A line a second on standard error: the step, the rows read so far and how fast they come. */
export function showProgress(stream: Stream) {
  let current = ''
  let startedAt = 0
  let shownAt = 0
  return (path: string, { step, rows }: { step: string; rows: number }) => {
    const key = `${path} ${step}`
    if (key === current && rows % CHECK_CLOCK_EVERY_ROWS !== 0) return
    const now = performance.now()
    if (!current.startsWith(`${path} `)) startedAt = now
    if (key === current && now - shownAt < EVERY_MS) return
    current = key
    shownAt = now
    const perSecond = Math.round((rows / Math.max(now - startedAt, 1)) * 1000)
    const speed = step === 'reading' && rows > CHECK_CLOCK_EVERY_ROWS ? `, ${count(perSecond)} rows/s` : ''
    stream.write(`  ${basename(path)}: ${step}, ${count(rows)} rows${speed}\n`)
  }
}

/** What became of a file, for the operator. */
export function showReport(report: FileReport, isDryRun: boolean): string {
  const numbers = isDryRun || !report.isApplied ? plan(report) : outcome(report)
  const lines = [`${report.path}: ${report.kind} (${report.format}) — ${count(report.rows)} rows: ${numbers}`]
  if (report.unused.length > 0) lines.push(`  Columns without a meaning here: ${report.unused.join(', ')}`)
  if (report.failedFile) lines.push(`  Failed rows with reasons: ${report.failedFile}`)
  if (isDryRun) lines.push('  Dry run: nothing was changed.')
  else if (!report.isApplied) {
    lines.push('  Nothing was loaded: mend the file, or load the rest with --skip-failed.')
  }
  return `${lines.join('\n')}\n`
}

const plan = ({ added, changed, unchanged, failed }: FileReport) =>
  `${count(added)} to add, ${count(changed)} to change, ${count(unchanged)} unchanged, ${count(failed)} failed`

const outcome = ({ added, changed, unchanged, failed }: FileReport) =>
  `${count(added)} added, ${count(changed)} changed, ${count(unchanged)} unchanged, ${count(failed)} failed`

const count = (number: number) => number.toLocaleString('en').replaceAll(',', ' ')
