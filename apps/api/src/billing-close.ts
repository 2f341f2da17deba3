import { parseArgs } from 'node:util'
import {
  closeReferenceOf,
  discardDraft,
  draftPeriod,
  draftReport,
  finalisePeriod,
  progressLine,
  reportText,
} from './modules/billing/index.ts'
import { type Db, openDatabase } from './platform/db.ts'
import { failureInWords } from './platform/failure-in-words.ts'

const USAGE = `Usage: pnpm billing:close PERIOD --as E-MAIL [--anew | --discard | --final]

Charges the whole city for a month as a draft and reports on it; cut short, it is gone on with by the same command.
  --as E-MAIL  who does it: a clerk or administrator of the staff
  --anew       throws the draft away and makes a new one
  --slice N    accounts of one transaction, 2000 if not said
  --discard    throws the draft away and makes none
  --final      makes the draft final and posts it: by somebody else than who drafted it
Exit code: 0 done, 2 it could not be done.
`

const OPTIONS = {
  as: { type: 'string' },
  anew: { type: 'boolean', default: false },
  final: { type: 'boolean', default: false },
  discard: { type: 'boolean', default: false },
  slice: { type: 'string', default: '2000' },
  help: { type: 'boolean', short: 'h', default: false },
} as const

const CONNECTIONS = 2

/** What a refusal means to whoever types the command. */
const inWords: Partial<Record<string, string>> = {
  billing_running: 'This month is being drafted at this moment.',
  billing_drafted: 'There is a draft. Look at it, then: --final by a second person, or --anew.',
  billing_final: 'This month is final. What changes it later are lines of the open month.',
  billing_same_person: 'A draft is made final by somebody else than whoever made it.',
  billing_month_runs: 'The month is not over yet.',
  billing_out_of_order: 'Months become final one after the other: the one before is open.',
  billing_stale:
    'Tariffs, norms or rules have changed since the draft, or a recalculation was withdrawn: make it --anew.',
  not_found: 'There is no complete draft of this month.',
}

/** Runs the command line; the answer is the exit code. */
export async function runBillingClose(args: string[], connectionString: string | undefined): Promise<number> {
  try {
    const command = commandOf(args)
    if (typeof command === 'number') {
      process.stderr.write(USAGE)
      return command
    }
    if (!connectionString) throw new Error('DATABASE_URL is not set.')
    const { db, close } = openDatabase(connectionString, CONNECTIONS)
    try {
      await closeMonth(db, connectionString, command)
      return 0
    } finally {
      await close()
    }
  } catch (error) {
    process.stderr.write(`${failureInWords(error, inWords)}\n`)
    return 2
  }
}

type Command = {
  period: string
  as: string
  isAnew: boolean
  isDiscarded: boolean
  isFinal: boolean
  sliceAccounts: number
}

/** What was typed; a number is the exit code where only the usage is to be shown. */
function commandOf(args: string[]): Command | number {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: OPTIONS })
  if (values.help) return 0
  const [period = ''] = positionals
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(period) || !values.as) return 2
  const sliceAccounts = Number(values.slice)
  if (!Number.isSafeInteger(sliceAccounts) || sliceAccounts < 1) {
    throw new Error(`--slice takes a whole number from 1; "${values.slice}" is none.`)
  }
  return {
    period,
    as: values.as,
    isAnew: values.anew,
    isDiscarded: values.discard,
    isFinal: values.final,
    sliceAccounts,
  }
}

async function closeMonth(db: Db, connectionString: string, command: Command): Promise<void> {
  const { as, isDiscarded, isFinal, period, ...how } = command
  const by = await clerkOf(db, as)
  if (isDiscarded) return discardDraft(connectionString, { period, by })
  if (isFinal) await finalisePeriod(connectionString, { period, by })
  else await draft(db, { connectionString, period, by, ...how })
  const report = await draftReport(db, period)
  if (report) process.stdout.write(`${reportText(period, report)}\n`)
}

type Draft = { connectionString: string; period: string; by: string; isAnew: boolean; sliceAccounts: number }

function showProgress(progress: Parameters<typeof progressLine>[0]): void {
  const [before, after] = process.stderr.isTTY ? ['\r', ''] : ['', '\n']
  process.stderr.write(`${before}${progressLine(progress)}${after}`)
}

async function draft(db: Db, wish: Draft): Promise<void> {
  await draftPeriod({ ...wish, ...(await closeReferenceOf(db)), onProgress: showProgress })
  if (process.stderr.isTTY) process.stderr.write('\n')
}

/** As audit events name them. @throws when the address is nobody's who may close a month */
async function clerkOf(db: Db, email: string): Promise<string> {
  const user = await db.user.findFirst({
    where: {
      email,
      kind: 'staff',
      disabledAt: null,
      staffRoles: { some: { role: { in: ['clerk', 'administrator'] } } },
    },
    select: { id: true },
  })
  if (!user) throw new Error(`${email} is no clerk or administrator of the staff.`)
  return `staff:${user.id}`
}

if (import.meta.main)
  process.exitCode = await runBillingClose(process.argv.slice(2), process.env['DATABASE_URL'])
