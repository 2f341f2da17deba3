import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { printFile } from '../../apps/api/src/modules/billing/receipts/print/print-file.ts'
import type { ReceiptData } from '../../apps/api/src/modules/billing/receipts/receipt-data.ts'
import { receiptPdf } from '../../apps/api/src/modules/billing/receipts/sheet/receipt-sheet.ts'
import { tableOf } from '../readings/figures.ts'
import { sampleReceipt } from './sample.ts'

const USAGE = {
  receipts: { type: 'string', default: '300' },
  pages: { type: 'string', default: '5000' },
  by: { type: 'string', default: '1000' },
} as const

const WARM_UP = 30

/**
 * Processor time of a receipt that somebody opens, and of a page of the city's print run; and whether the memory of
 * the run stays flat. No database: the receipts are charged by the rules as they are needed, which takes little.
 */
export async function benchReceipts(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: USAGE })
  const [receipts, pages, by] = [values.receipts, values.pages, values.by].map(Number)
  if (!receipts || !pages || !by) throw new Error('--receipts, --pages and --by take whole numbers from 1')
  console.log(`\n  ${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.versions.node}`)
  const single = await singles(receipts)
  const folder = mkdtempSync(join(tmpdir(), 'rodnik-receipts-'))
  try {
    const files = await printRun(folder, pages, by)
    console.log(
      tableOf([
        ['', 'processor ms each', 'kB each', 'memory MB'],
        [`${receipts} receipts, one by one`, single.ms, single.kilobytes, ''],
        ...files.map((file, i) => [`file ${i + 1} of ${by} pages`, file.ms, file.kilobytes, file.megabytes]),
      ]),
    )
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function singles(count: number) {
  for (let i = 0; i < WARM_UP; i++) await receiptPdf(sampleReceipt(i))
  const samples = Array.from({ length: count }, (_, i) => sampleReceipt(i))
  let bytes = 0
  const ms = await processorMs(async () => {
    for (const sample of samples) bytes += (await receiptPdf(sample)).length
  })
  return { ms: (ms / count).toFixed(1), kilobytes: (bytes / count / 1000).toFixed(1) }
}

async function printRun(folder: string, pages: number, by: number) {
  const files = []
  for (let first = 0; first < pages; first += by) {
    const count = Math.min(by, pages - first)
    const file = join(folder, `${first}.pdf`)
    const ms = await processorMs(() => printFile(file, 'bench', samplesFrom(first, count)))
    files.push({
      ms: (ms / count).toFixed(1),
      kilobytes: (statSync(file).size / count / 1000).toFixed(1),
      megabytes: (process.memoryUsage.rss() / 1e6).toFixed(0),
    })
  }
  return files
}

/** As from the database: each comes after a turn of the event loop, in which what is drawn is written. */
async function* samplesFrom(first: number, count: number): AsyncGenerator<ReceiptData> {
  for (let i = 0; i < count; i++) {
    await new Promise(setImmediate)
    yield sampleReceipt(first + i)
  }
}

async function processorMs(work: () => Promise<void>): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
