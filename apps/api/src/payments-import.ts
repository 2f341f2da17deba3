import { parseArgs } from 'node:util'
import { importRegistries } from './modules/payments/index.ts'
import { showRegistryProgress, showRegistryReport } from './modules/payments/registries/console-report.ts'
import { openDatabase } from './platform/db.ts'
import { failureInWords } from './platform/failure-in-words.ts'

const USAGE = `Usage: pnpm payments:import FILE… [--profile NAME] [--dry-run]

Takes in files of payments as banks send them: a file is checked whole, then its rows are credited to their accounts.
Cut short, it is gone on with by the worker; the same file or row again changes nothing. See docs/payments-files.md.
  --profile NAME  whose file it is, such as sber; else its name and shape tell
  --batch N       payments of one transaction, 1000 if not said
  --dry-run       says what would be done and does nothing
Exit code: 0 posted, 1 a file was refused or has rows that differ, 2 it could not be run.
`

const OPTIONS = {
  profile: { type: 'string' },
  batch: { type: 'string', default: '1000' },
  'dry-run': { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const

const CONNECTIONS = 2

const inWords: Partial<Record<string, string>> = {
  registry_known: 'A file with the same bytes was taken in before: nothing was done.',
  registry_profile_unknown: 'No profile fits, or more than one: name it with --profile.',
  registry_incomplete: 'The file is empty.',
  payload_too_large: 'The file is larger than 256 MB.',
}

/** Runs the command line; the answer is the exit code. */
export async function runPaymentsImport(
  args: string[],
  connectionString: string | undefined,
): Promise<number> {
  try {
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options: OPTIONS })
    if (values.help || positionals.length === 0) {
      process.stderr.write(USAGE)
      return values.help ? 0 : 2
    }
    const batchRows = Number(values.batch)
    if (!Number.isSafeInteger(batchRows) || batchRows < 1 || batchRows > 5000) {
      throw new Error(`--batch takes a whole number from 1 to 5000; "${values.batch}" is none.`)
    }
    if (!connectionString) throw new Error('DATABASE_URL is not set.')
    const isDryRun = values['dry-run']
    return await take(connectionString, {
      paths: positionals,
      profile: values.profile ?? null,
      isDryRun,
      batchRows,
    })
  } catch (error) {
    process.stderr.write(`${failureInWords(error, inWords)}\n`)
    return 2
  }
}

type Wish = { paths: string[]; profile: string | null; isDryRun: boolean; batchRows: number }

async function take(connectionString: string, wish: Wish): Promise<number> {
  const { db, close } = openDatabase(connectionString, CONNECTIONS)
  try {
    const reports = await importRegistries(
      { db, connectionString },
      {
        ...wish,
        by: 'import',
        onProgress: showRegistryProgress(process.stderr),
        onReport: (report) => process.stdout.write(showRegistryReport(report, wish.isDryRun)),
      },
    )
    return reports.some(({ state, differentRows }) => state === 'refused' || differentRows > 0) ? 1 : 0
  } finally {
    await close()
  }
}

if (import.meta.main)
  process.exitCode = await runPaymentsImport(process.argv.slice(2), process.env['DATABASE_URL'])
