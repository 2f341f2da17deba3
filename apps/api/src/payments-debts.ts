import { parseArgs } from 'node:util'
import { writeDebts } from './modules/payments/index.ts'
import { openDatabase } from './platform/db.ts'
import { failureInWords } from './platform/failure-in-words.ts'

const USAGE = `Usage: pnpm payments:debts --profile NAME --out DIR [--number N]

Writes what every account owes now, as a bank takes it. See docs/payments-files.md.
  --profile NAME  for which bank, such as sber or gorod
  --out DIR       the folder that the file is put into
  --number N      of the file in its month, 1 if not said
Exit code: 0 written, 2 it could not be written.
`

const OPTIONS = {
  profile: { type: 'string' },
  out: { type: 'string' },
  number: { type: 'string', default: '1' },
  help: { type: 'boolean', short: 'h', default: false },
} as const

const CONNECTIONS = 2

const inWords: Partial<Record<string, string>> = {
  not_found: 'There is no profile of that name that has a file of debts.',
  reference_missing: 'Our own requisites are not recorded: see the kind "provider" of the reference data.',
}

/** Runs the command line; the answer is the exit code. */
export async function runPaymentsDebts(
  args: string[],
  connectionString: string | undefined,
): Promise<number> {
  try {
    const { values } = parseArgs({ args, options: OPTIONS })
    const { profile, out: folder } = values
    const number = Number(values.number)
    if (values.help || !profile || !folder || !Number.isSafeInteger(number) || number < 1 || number > 999) {
      process.stderr.write(USAGE)
      return values.help ? 0 : 2
    }
    if (!connectionString) throw new Error('DATABASE_URL is not set.')
    const { db, close } = openDatabase(connectionString, CONNECTIONS)
    try {
      const wish = { profile, number, folder, by: 'import' }
      process.stdout.write(`${await writeDebts({ db, connectionString }, wish)}\n`)
      return 0
    } finally {
      await close()
    }
  } catch (error) {
    process.stderr.write(`${failureInWords(error, inWords)}\n`)
    return 2
  }
}

if (import.meta.main)
  process.exitCode = await runPaymentsDebts(process.argv.slice(2), process.env['DATABASE_URL'])
