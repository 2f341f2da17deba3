import { runStaffAdd } from '../apps/api/src/staff-add.ts'
import { openDatabase } from './database/embedded.ts'
import { bringUpToDate } from './database/reference-data.ts'
import { atEnd, runScript } from './run/lifecycle.ts'

/** Adds a member of staff in DATABASE_URL, else in the embedded database, which is started when no `start` runs. */
await runScript(async () => {
  const args = process.argv.slice(2).filter((arg) => arg !== '--')
  if (args.length === 0 || args.includes('--help') || args.includes('-h')) return runStaffAdd(args, undefined)
  const { url, close } = await openDatabase('pnpm staff:add')
  atEnd(close)
  await bringUpToDate(url)
  return runStaffAdd(args, url)
})
