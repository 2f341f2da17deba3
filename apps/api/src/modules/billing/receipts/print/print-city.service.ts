import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Deps } from '../../../../platform/deps.ts'
import { AppError } from '../../../../platform/errors.ts'
import { openPress, receiptsOf } from './load-receipts.ts'
import { printFile } from './print-file.ts'
import { openWalk } from './walk.ts'

export type PrintWish = {
  connectionString: string
  period: string
  folder: string
  /** Pages of a file. */
  by: number
  secret: string
  onProgress: (progress: PrintProgress) => void
}

export type PrintProgress = { donePages: number; pages: number; files: number; keptFiles: number }

/**
 * Prints the receipts of a final month of the whole city into files of so many pages, in the order of the carriers'
 * walk. A file that is there already is complete and stays, so the same command goes on after it was cut short.
 * @throws not_found where the month is not final
 */
export async function printCity(
  deps: Pick<Deps, 'db' | 'pool'>,
  { connectionString, period, folder, by, secret, onProgress }: PrintWish,
): Promise<PrintProgress> {
  await assertFinal(deps, period)
  mkdirSync(folder, { recursive: true })
  const [press, walk] = await Promise.all([
    openPress(deps, { period, secret }),
    openWalk(connectionString, period),
  ])
  const progress = { donePages: 0, pages: walk.stops, files: 0, keptFiles: 0 }
  try {
    while (progress.donePages < walk.stops) {
      const count = Math.min(by, walk.stops - progress.donePages)
      const [first, last] = [progress.donePages + 1, progress.donePages + count]
      const file = join(folder, fileName(period, { first, last, pages: walk.stops }))
      if (existsSync(file)) {
        await walk.pass(count)
        progress.keptFiles += 1
      } else {
        await printFile(file, `Квитанции ${period}: ${first}–${last}`, receiptsOf(walk, count, press))
        progress.files += 1
      }
      progress.donePages = last
      onProgress(progress)
    }
  } finally {
    await walk.close()
  }
  return progress
}

async function assertFinal({ db }: Pick<Deps, 'db'>, period: string): Promise<void> {
  const month = await db.billingPeriod.findUnique({ where: { period: new Date(`${period}-01`) } })
  if (month?.state !== 'final') throw new AppError('not_found')
}

/** By its pages, so that files of another size are other files: receipts-2026-10-000001-001000.pdf. */
function fileName(period: string, { first, last, pages }: { first: number; last: number; pages: number }) {
  const page = (number: number) => String(number).padStart(String(pages).length, '0')
  return `receipts-${period}-${page(first)}-${page(last)}.pdf`
}

export const printProgressLine = ({ donePages, pages, files, keptFiles }: PrintProgress): string =>
  `${donePages} of ${pages} receipts, ${files} files printed${keptFiles > 0 ? `, ${keptFiles} were there` : ''}`
