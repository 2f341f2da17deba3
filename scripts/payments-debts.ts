import { runPaymentsDebts } from '../apps/api/src/payments-debts.ts'
import { openDatabase } from './database/embedded.ts'
import { bringUpToDate } from './database/reference-data.ts'
import { atEnd, runScript } from './run/lifecycle.ts'

/** Writes what accounts owe from DATABASE_URL, else from the embedded database, which is started when no `start` runs. */
await runScript(async () => {
  const args = process.argv.slice(2).filter((arg) => arg !== '--')
  if (args.length === 0 || args.includes('--help') || args.includes('-h'))
    return runPaymentsDebts(args, undefined)
  const { url, close } = await openDatabase('pnpm payments:debts')
  atEnd(close)
  await bringUpToDate(url)
  return runPaymentsDebts(args, url)
})
