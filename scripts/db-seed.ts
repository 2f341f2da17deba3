import { parseArgs } from 'node:util'
import { openDatabase } from './database/embedded.ts'
import { bringUpToDate } from './database/reference-data.ts'
import { DEMO_ACCOUNTS, seed } from './run/demo.ts'
import { atEnd, runScript } from './run/lifecycle.ts'

/** Fills the database with the demo city: `pnpm db:seed --accounts 500000`. */
await runScript(async () => {
  const { values } = parseArgs({ options: { accounts: { type: 'string', default: String(DEMO_ACCOUNTS) } } })
  const accounts = Number(values.accounts)
  if (!Number.isSafeInteger(accounts) || accounts < 1) {
    throw new Error(`--accounts takes a whole number from 1, such as 2000; "${values.accounts}" is none.`)
  }
  const { url, close } = await openDatabase('pnpm db:seed')
  atEnd(close)
  await bringUpToDate(url)
  await seed(url, accounts)
  return 0
})
