import { runBillingReceipts } from '../apps/api/src/billing-receipts.ts'
import { openDatabase } from './database/embedded.ts'
import { bringUpToDate } from './database/reference-data.ts'
import { persistedSecret } from './run/data-folder.ts'
import { atEnd, runScript } from './run/lifecycle.ts'

/** Prints the receipts of a month from DATABASE_URL, else from the embedded database, started when no `start` runs. */
await runScript(async () => {
  const args = process.argv.slice(2).filter((arg) => arg !== '--')
  if (args.length === 0 || args.includes('--help') || args.includes('-h'))
    return runBillingReceipts(args, { connectionString: undefined, secret: undefined })
  // A database of one's own has a secret of one's own: the kept one would print codes that nobody can use.
  const secret =
    process.env['SESSION_SECRET'] ||
    (process.env['DATABASE_URL'] ? undefined : persistedSecret('session-secret'))
  const { url, close } = await openDatabase('pnpm billing:receipts')
  atEnd(close)
  await bringUpToDate(url)
  return runBillingReceipts(args, { connectionString: url, secret })
})
