import { parseArgs } from 'node:util'
import { NewMember } from '@rodnik/contract/staff-people'
import { addMember } from './modules/staff/index.ts'
import { openDatabase } from './platform/db.ts'
import { AppError } from './platform/errors.ts'

const USAGE = `Usage: pnpm staff:add EMAIL --name "First Last" --role ROLE[,ROLE…]

Adds a member of staff and prints a one-time password, once; it is good for 72 hours and one entry.
  ROLE is administrator, operator, clerk or inspector.
Exit code: 0 added, 1 refused (the e-mail is in use or is none), 2 the command could not be run.
`

const CONNECTIONS = 2

/** Runs the command line; the answer is the exit code. */
export async function runStaffAdd(args: string[], connectionString: string | undefined): Promise<number> {
  try {
    const wish = readWish(args)
    if (wish === null) {
      process.stderr.write(USAGE)
      return args.includes('--help') || args.includes('-h') ? 0 : 2
    }
    if (!connectionString) throw new Error('DATABASE_URL is not set.')
    const { db, close } = openDatabase(connectionString, CONNECTIONS)
    try {
      const { member, oneTimePassword, expiresAt } = await addMember({ db }, wish, { by: 'system' })
      process.stdout.write(
        `${member.email}: ${member.roles.join(', ')}\nOne-time password: ${oneTimePassword}\nGood for one entry until ${expiresAt}, at /staff/login.\n`,
      )
      return 0
    } finally {
      await close()
    }
  } catch (error) {
    process.stderr.write(`${inWords(error)}\n`)
    return error instanceof AppError ? 1 : 2
  }
}

function readWish(args: string[]): NewMember | null {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      name: { type: 'string' },
      role: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
  const [email] = positionals
  const parsed = NewMember.safeParse({ email, name: values.name, roles: values.role?.split(',') })
  return parsed.success && !values.help && positionals.length === 1 ? parsed.data : null
}

function inWords(error: unknown): string {
  if (error instanceof AppError && error.code === 'email_in_use')
    return 'This e-mail belongs to someone already.'
  if (error instanceof AppError) return 'This is not an e-mail address.'
  return error instanceof Error ? error.message : String(error)
}
