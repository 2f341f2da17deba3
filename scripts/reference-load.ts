import { resolve } from 'node:path'
import { runReferenceLoad } from '@rodnik/api/load-reference'
import { openDatabase } from './database/embedded.ts'
import { applyMigrations } from './database/schema-engine.ts'
import { atEnd, runScript } from './run/lifecycle.ts'

/** Loads tariffs, norms, rates and rules: `pnpm reference:load prisma/reference/chelyabinsk`. */
await runScript(async () => {
  const [folder, ...rest] = process.argv.slice(2).filter((arg) => arg !== '--')
  if (folder === undefined || folder.startsWith('-') || rest.length > 0) {
    console.error('Usage: pnpm reference:load FOLDER')
    return 2
  }
  const { url, close } = await openDatabase('pnpm reference:load')
  atEnd(close)
  await applyMigrations(url)
  const changes = await runReferenceLoad(resolve(folder), url)
  console.log(changes.length > 0 ? changes.join('\n') : 'Nothing to load: every value is there.')
  return 0
})
