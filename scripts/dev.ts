import { createServer } from 'vite'
import { openDatabase } from './database/embedded.ts'
import { freePort, isPortBusy } from './database/free-port.ts'
import { bringUpToDate } from './database/reference-data.ts'
import { inRoot } from './root.ts'
import { startApp, stopApp } from './run/app-process.ts'
import { filesFolder, persistedSecret } from './run/data-folder.ts'
import { demoSignIns, isDemo, openDemoWindow, seedIfEmpty } from './run/demo.ts'
import { atEnd, runScript } from './run/lifecycle.ts'
import { startStandIns } from './run/stand-ins.ts'

const port = Number(process.env['PORT'] || 3000)

/** The API restarts when its sources change; the pages change in the browser without a reload. */
await runScript(async () => {
  if (await isPortBusy(port, '127.0.0.1')) {
    throw new Error(`Port ${port} is taken. Give another one: PORT=${port + 1} pnpm dev`)
  }
  const { url, close } = await openDatabase('pnpm dev')
  atEnd(close)
  await bringUpToDate(url)
  if (isDemo()) {
    await seedIfEmpty(url)
    await openDemoWindow(url)
  }
  const apiPort = await freePort()
  const mailboxUrl = await startWatchedApps(url, apiPort)
  process.env['API_PORT'] = String(apiPort)
  const vite = await createServer({
    configFile: inRoot('apps/web/vite.config.ts'),
    root: inRoot('apps/web'),
    server: { host: '127.0.0.1', port, strictPort: true },
  })
  atEnd(() => vite.close())
  await vite.listen()
  console.log(
    `\n  Pages, reloading as you edit: http://localhost:${port}\n  The API: http://localhost:${apiPort}`,
  )
  if (mailboxUrl) console.log(`  Letters arrive at: ${mailboxUrl}`)
  if (isDemo()) console.log((await demoSignIns()).join('\n'))
  return undefined
})

/** @returns where letters are read, when they do not go out */
async function startWatchedApps(databaseUrl: string, apiPort: number): Promise<string | undefined> {
  const sandbox =
    isDemo() && !process.env['SMTP_URL']
      ? await startStandIns({ firstPort: port + 1, publicUrl: `http://localhost:${port}` })
      : undefined
  if (sandbox) atEnd(() => stopApp(sandbox.child))
  const env = {
    DATABASE_URL: databaseUrl,
    PORT: String(apiPort),
    HOST: '127.0.0.1',
    PUBLIC_URL: `http://localhost:${port}`,
    SESSION_SECRET: process.env['SESSION_SECRET'] || persistedSecret('session-secret'),
    FILES_DIR: filesFolder(),
    ...sandbox?.env,
  }
  const apps = [
    startApp('api', { isWatched: true, env: { ...env, METRICS_PORT: process.env['METRICS_PORT'] || '0' } }),
    startApp('worker', { isWatched: true, env: { ...env, METRICS_PORT: '0' } }),
  ]
  atEnd(() => Promise.all(apps.map(stopApp)))
  return sandbox?.mailboxUrl
}
