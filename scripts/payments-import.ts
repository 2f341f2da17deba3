import { runPaymentsImport } from '../apps/api/src/payments-import.ts'
import { openDatabase } from './database/embedded.ts'
import { bringUpToDate } from './database/reference-data.ts'
import { atEnd, runScript } from './run/lifecycle.ts'

/** Takes bank files into DATABASE_URL, else into the embedded database, which is started when no `start` runs. */
await runScript(async () => {
  const args = process.argv.slice(2).filter((arg) => arg !== '--')
  if (args.length === 0 || args.includes('--help') || args.includes('-h'))
    return runPaymentsImport(args, undefined)
  const { url, close } = await openDatabase('pnpm payments:import')
  atEnd(close)
  await bringUpToDate(url)
  return runPaymentsImport(args, url)
})
