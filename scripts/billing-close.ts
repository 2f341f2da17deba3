import { runBillingClose } from '../apps/api/src/billing-close.ts'
import { openDatabase } from './database/embedded.ts'
import { bringUpToDate } from './database/reference-data.ts'
import { atEnd, runScript } from './run/lifecycle.ts'

/** Closes a month in DATABASE_URL, else in the embedded database, which is started when no `start` runs. */
await runScript(async () => {
  const args = process.argv.slice(2).filter((arg) => arg !== '--')
  if (args.length === 0 || args.includes('--help') || args.includes('-h'))
    return runBillingClose(args, undefined)
  const { url, close } = await openDatabase('pnpm billing:close')
  atEnd(close)
  await bringUpToDate(url)
  return runBillingClose(args, url)
})
