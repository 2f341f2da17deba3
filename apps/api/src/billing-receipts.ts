import { parseArgs } from 'node:util'
import { printCity, printProgressLine } from './modules/billing/index.ts'
import { openDatabase } from './platform/db.ts'
import { failureInWords } from './platform/failure-in-words.ts'

const USAGE = `Usage: pnpm billing:receipts PERIOD --out FOLDER [--by N]

Prints the receipts of a final month of the whole city as PDF, street by street, house by house, flat by flat.
Cut short, it is gone on with by the same command: a file that is there is complete.
  --out FOLDER  where the files go; it is made when it is not there
  --by N        pages of a file, 1000 if not said
Exit code: 0 done, 2 it could not be done.
`

const OPTIONS = {
  out: { type: 'string' },
  by: { type: 'string', default: '1000' },
  help: { type: 'boolean', short: 'h', default: false },
} as const

const CONNECTIONS = 4
/** A file is held together by lists of its pages: beyond this they would be what the memory holds. */
const MOST_PAGES = 5000

type Surroundings = { connectionString: string | undefined; secret: string | undefined }

/** Runs the command line; the answer is the exit code. */
export async function runBillingReceipts(
  args: string[],
  { connectionString, secret }: Surroundings,
): Promise<number> {
  try {
    const command = commandOf(args)
    if (typeof command === 'number') {
      process.stderr.write(USAGE)
      return command
    }
    if (!connectionString) throw new Error('DATABASE_URL is not set.')
    if (!secret) throw new Error('SESSION_SECRET is not set: the codes on paper are derived from it.')
    const { db, pool, close } = openDatabase(connectionString, CONNECTIONS)
    try {
      await printCity({ db, pool }, { ...command, connectionString, secret, onProgress: showProgress })
      if (process.stderr.isTTY) process.stderr.write('\n')
      return 0
    } finally {
      await close()
    }
  } catch (error) {
    process.stderr.write(`${failureInWords(error, inWords)}\n`)
    return 2
  }
}

/** What was typed; a number is the exit code where only the usage is to be shown. */
function commandOf(args: string[]): { period: string; folder: string; by: number } | number {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: OPTIONS })
  if (values.help) return 0
  const [period = ''] = positionals
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(period) || !values.out) return 2
  const by = Number(values.by)
  if (!Number.isSafeInteger(by) || by < 1 || by > MOST_PAGES) {
    throw new Error(`--by takes a whole number from 1 to ${MOST_PAGES}; "${values.by}" is none.`)
  }
  return { period, folder: values.out, by }
}

const inWords: Partial<Record<string, string>> = {
  not_found: 'This month is not final: it has no receipts yet.',
  reference_missing: 'Nobody has recorded the requisites of the payee (reference data, kind "provider").',
}

function showProgress(progress: Parameters<typeof printProgressLine>[0]): void {
  const [before, after] = process.stderr.isTTY ? ['\r', ''] : ['', '\n']
  process.stderr.write(`${before}${printProgressLine(progress)}${after}`)
}

if (import.meta.main) {
  process.exitCode = await runBillingReceipts(process.argv.slice(2), {
    connectionString: process.env['DATABASE_URL'],
    secret: process.env['SESSION_SECRET'],
  })
}
