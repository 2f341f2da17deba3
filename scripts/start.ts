import type { ChildProcess } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type OpenDatabase, openEmbedded } from './database/embedded.ts'
import { isPortBusy } from './database/free-port.ts'
import { bringUpToDate } from './database/reference-data.ts'
import { type App, startApp, stopApp, untilReady } from './run/app-process.ts'
import { dataFolder, filesFolder, persistedSecret } from './run/data-folder.ts'
import { demoSignIns, isDemo, openDemoWindow, seedIfEmpty } from './run/demo.ts'
import { claimInstance } from './run/instance-lock.ts'
import { atEnd, endWith, isEnding, runScript } from './run/lifecycle.ts'
import { buildPages, pagesFolder } from './run/pages.ts'
import { type StandIns, startStandIns } from './run/stand-ins.ts'
import { seconds, step } from './run/steps.ts'

const given = process.env['DATABASE_URL']
const port = Number(process.env['PORT'] || 3000)
const host = process.env['HOST'] || '127.0.0.1'
const address = process.env['PUBLIC_URL'] || `http://localhost:${port}`

/** Pages built elsewhere, such as in an image; nothing is built then. */
const staticFolder = process.env['STATIC_DIR']

const NAMES = { api: 'The API', worker: 'The worker', sandbox: 'The sandbox' } as const

await runScript(async () => {
  const startedAt = performance.now()
  console.log('Rodnik is starting.')
  if (!(port >= 1 && port <= 65_535)) throw new Error('PORT is not the number of a port (1 to 65535).')
  const wasKilled = given ? false : claimFolder()
  await assertPortFree(wasKilled)
  const [{ url }] = await Promise.all([prepareDatabase(), staticFolder ? undefined : buildPages()])
  const notice = isDemo() ? await openDemoWindow(url) : undefined
  const standIns = await serve(url)
  await announce({ notice, standIns, took: seconds(performance.now() - startedAt) })
  return undefined
})

/** @returns whether the start before this one was killed, and may still be ending */
function claimFolder(): boolean {
  const claim = claimInstance(dataFolder(), address)
  if (!claim.isMine) {
    const { pid, what } = claim.holder ?? { pid: '?', what: 'another address' }
    throw new Error(
      `Rodnik already runs at ${what} (process ${pid}, folder ${dataFolder()}). ` +
        'Stop it first, or give this one a folder and a port of its own: RODNIK_DATA_DIR=… PORT=…',
    )
  }
  atEnd(claim.release)
  return claim.wasKilled
}

async function assertPortFree(wasKilled: boolean): Promise<void> {
  const patience = Date.now() + (wasKilled ? 30_000 : 0)
  while (await isPortBusy(port, host)) {
    if (Date.now() > patience) {
      throw new Error(
        `Port ${port} is taken by another program. Give another one: PORT=${port + 1} npx pnpm@12 start`,
      )
    }
    await sleep(100)
  }
}

async function prepareDatabase(): Promise<OpenDatabase> {
  const database = given
    ? { url: given, close: async () => {} }
    : await step('Starting the database', () => openEmbedded())
  for (const change of await bringUpToDate(database.url)) console.log(`  ✓ ${change}`)
  if (isDemo()) await seedIfEmpty(database.url)
  return database
}

/** @returns the stand-ins of a demo */
async function serve(databaseUrl: string): Promise<StandIns | undefined> {
  const sandbox = isDemo() && !process.env['SMTP_URL'] ? await runStandIns() : undefined
  const env = {
    NODE_ENV: 'production',
    DATABASE_URL: databaseUrl,
    HOST: host,
    PORT: String(port),
    PUBLIC_URL: address,
    SESSION_SECRET: process.env['SESSION_SECRET'] || persistedSecret('session-secret'),
    STATIC_DIR: staticFolder || pagesFolder,
    FILES_DIR: filesFolder(),
    ...sandbox?.env,
  }
  const api = run('api', { ...env, METRICS_PORT: await metricsPort() })
  run('worker', { ...env, METRICS_PORT: '0' })
  const apiUrl = `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}`
  await Promise.all([untilReady(api, apiUrl), sandbox?.untilReady()])
  return sandbox
}

async function runStandIns() {
  const sandbox = await startStandIns({ firstPort: port + 1, publicUrl: address, logFile: logOf('sandbox') })
  watch('sandbox', sandbox.child)
  return sandbox
}

function logOf(app: App): string | undefined {
  return given ? undefined : join(dataFolder(), `${app}.log`)
}

function run(app: App, env: Record<string, string>): ChildProcess {
  const child = startApp(app, { env, logFile: logOf(app) })
  watch(app, child)
  return child
}

/** Rodnik is whole or it stops: the end of one program is the end of all. */
function watch(app: App, child: ChildProcess): void {
  atEnd(() => stopApp(child))
  child.once('exit', (code, signal) => {
    if (isEnding()) return
    const reason = signal ?? `exit code ${code}`
    console.error(`\n${NAMES[app]} ended by itself (${reason}); Rodnik stops.\n${tail(logOf(app))}`)
    void endWith(1)
  })
}

/** Metrics are for a collector that was told the port; with nobody told, any free one will do. */
async function metricsPort(): Promise<string> {
  const asked = process.env['METRICS_PORT']
  if (asked) return asked
  return (await isPortBusy(9464, '127.0.0.1')) ? '0' : '9464'
}

function tail(file: string | undefined): string {
  return file && existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(-20).join('\n') : ''
}

type News = { notice: string | undefined; standIns: StandIns | undefined; took: string }

async function announce({ notice, standIns, took }: News): Promise<void> {
  const signIns = isDemo() ? ['', '  Sign in to the demo with', ...(await demoSignIns())] : []
  const lines = [`\n  Rodnik is ready at ${address}  (${took})`]
  if (standIns) {
    lines.push(
      `  Letters arrive at  ${standIns.mailboxUrl}`,
      `  Gosuslugi is at    ${standIns.gosuslugiUrl}`,
      `  The bank is at     ${standIns.bankUrl}`,
    )
  }
  lines.push(...signIns, '')
  if (notice) lines.push(`  ${notice}`)
  if (!given) lines.push(`  Data and logs: ${dataFolder()}`)
  console.log([...lines, '  Ctrl-C stops everything.'].join('\n'))
}
