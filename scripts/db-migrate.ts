import { openDatabase } from './database/embedded.ts'
import { applyMigrations } from './database/schema-engine.ts'
import { atEnd, runScript } from './run/lifecycle.ts'

/** Brings the database of DATABASE_URL, else the embedded one, up to date. */
await runScript(async () => {
  const { url, close } = await openDatabase('pnpm db:migrate')
  atEnd(close)
  const applied = await applyMigrations(url)
  console.log(
    applied.length > 0 ? `Applied: ${applied.join(', ')}` : 'Nothing to apply: the database is up to date.',
  )
  return 0
})
