import { basename } from 'node:path'
import type { RegistryReport } from './import-files.service.ts'

const EVERY_MS = 1000

type Stream = { write: (text: string) => unknown }

/** A line a second on standard error, and one when a step is new. */
export function showRegistryProgress(stream: Stream) {
  let current = ''
  let shownAt = 0
  return (path: string, step: string, rows: number) => {
    const key = `${path} ${step}`
    const now = performance.now()
    if (key === current && now - shownAt < EVERY_MS) return
    current = key
    shownAt = now
    stream.write(`  ${basename(path)}: ${step}, ${rows} rows\n`)
  }
}

const inRoubles = (kopecks: number) => (kopecks / 100).toFixed(2)
const SHOWN_FAULTS = 20

/** What became of a file, for whoever typed the command. */
export function showRegistryReport(report: RegistryReport, isDryRun: boolean): string {
  const { path, profile, rows, state, amountKopecks, commissionKopecks } = report
  const head = `${path} (${profile}): ${rows} rows`
  const lines =
    state === 'refused'
      ? [`${head}, refused: nothing of it is posted.`, ...faultLines(report)]
      : [
          `${head}, ${inRoubles(amountKopecks)} roubles, the bank kept ${inRoubles(commissionKopecks)}`,
          `  ${report.creditedRows} credited, ${report.waitingRows} wait for their account, ` +
            `${report.knownRows} known already, ${report.differentRows} differ from what was posted`,
        ]
  if (isDryRun) lines.push('  Dry run: nothing was changed.')
  return `${lines.join('\n')}\n`
}

const faultLines = ({ faults, faultCount }: RegistryReport): string[] => [
  ...faults.slice(0, SHOWN_FAULTS).map(({ line, code, detail }) => {
    const place = line === null ? 'the file' : `line ${line}`
    return `  ${place}: ${code}${detail === '' ? '' : ` (${detail})`}`
  }),
  ...(faultCount > SHOWN_FAULTS ? [`  and ${faultCount - SHOWN_FAULTS} more`] : []),
]
