import { mkdirSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { missingSql } from './database/schema-engine.ts'
import { withScratchDatabase } from './database/test-server.ts'
import { inRoot, root } from './root.ts'
import { runScript } from './run/lifecycle.ts'

/** Writes a migration from the difference between the schema files and what the migrations give so far. */
await runScript(async () => {
  const name = process.argv[2] ?? ''
  if (!/^[a-z][a-z0-9_]*$/.test(name)) {
    throw new Error(
      'Name the migration in lower-case Latin letters, digits and _: pnpm db:new add_seal_history',
    )
  }
  const sql = await withScratchDatabase((url) => missingSql(url))
  if (sql === '') {
    console.log('The migrations already give what prisma/schema says: nothing to write.')
    return 0
  }
  const stamp = new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14)
  const folder = inRoot('prisma/migrations', `${stamp}_${name}`)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'migration.sql'), sql)
  console.log(`Wrote ${relative(root, folder)}/migration.sql. Read it before you commit it.`)
  return 0
})
