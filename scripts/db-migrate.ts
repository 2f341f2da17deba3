import { openDatabase } from './database/embedded.ts'
import { bringUpToDate } from './database/reference-data.ts'
import { atEnd, runScript } from './run/lifecycle.ts'

/** Brings the database of DATABASE_URL, else the embedded one, up to date: its tables, then its reference data. */
await runScript(async () => {
  const { url, close } = await openDatabase('pnpm db:migrate')
  atEnd(close)
  const changes = await bringUpToDate(url)
  console.log(changes.length > 0 ? changes.join('\n') : 'Nothing to apply: the database is up to date.')
  return 0
})
