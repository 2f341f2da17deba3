import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../database/free-port.ts'
import { createTestDatabase, startTestServer } from '../database/test-server.ts'
import { startApp, stopApp, untilReady } from '../run/app-process.ts'
import { seed } from '../run/demo.ts'
import { buildPages, pagesFolder } from '../run/pages.ts'
import { startStandIns } from '../run/stand-ins.ts'

const ACCOUNTS = 60
const SESSION_SECRET = 'known to everybody who reads the tests'

/**
 * The whole of Rodnik for the browser tests: a small demo city in which it is noon of 22 November 2026.
 * Specs find it in E2E_BASE_URL, the letters it sends in E2E_MAILBOX_URL (/api/letters?to=…) and, to arrange what
 * no page can, E2E_DATABASE_URL and E2E_SESSION_SECRET.
 */
export default async function setUp(): Promise<() => Promise<void>> {
  await buildPages()
  const server = await startTestServer()
  const { url } = await createTestDatabase(server)
  await seed(url, ACCOUNTS)
  const port = await freePort()
  const address = `http://localhost:${port}`
  const sandbox = await startStandIns({ firstPort: await freePort(), publicUrl: address })
  const filesFolder = mkdtempSync(join(tmpdir(), 'rodnik-e2e-files-'))
  const env = {
    NODE_ENV: 'production',
    DATABASE_URL: url,
    HOST: '127.0.0.1',
    PORT: String(port),
    METRICS_PORT: '0',
    PUBLIC_URL: address,
    SESSION_SECRET,
    STATIC_DIR: pagesFolder,
    FILES_DIR: filesFolder,
    // A spec may come from an address of its own (X-Forwarded-For), so that limits do not join the specs.
    TRUST_PROXY: '127.0.0.1',
    LOG_LEVEL: 'error',
    ...sandbox.env,
  }
  const api = startApp('api', { env })
  const worker = startApp('worker', { env })
  await Promise.all([untilReady(api, `http://127.0.0.1:${port}`), sandbox.untilReady()])
  process.env['E2E_BASE_URL'] = address
  process.env['E2E_MAILBOX_URL'] = sandbox.mailboxUrl
  process.env['E2E_DATABASE_URL'] = url
  process.env['E2E_SESSION_SECRET'] = SESSION_SECRET
  return async () => {
    await Promise.all([stopApp(api), stopApp(worker), stopApp(sandbox.child)])
    await server.stop()
    rmSync(filesFolder, { recursive: true })
  }
}
