import { createServer } from 'vite'
import { openDatabase } from './database/embedded.ts'
import { freePort, isPortBusy } from './database/free-port.ts'
import { applyMigrations } from './database/schema-engine.ts'
import { inRoot } from './root.ts'
import { startApi, stopApi } from './run/api-process.ts'
import { persistedSecret } from './run/data-folder.ts'
import { demoSignIns, isDemo, openDemoWindow, seedIfEmpty } from './run/demo.ts'
import { atEnd, runScript } from './run/lifecycle.ts'

const port = Number(process.env['PORT'] || 3000)

/** The API restarts when its sources change; the pages change in the browser without a reload. */
await runScript(async () => {
  if (await isPortBusy(port, '127.0.0.1')) {
    throw new Error(`Port ${port} is taken. Give another one: PORT=${port + 1} pnpm dev`)
  }
  const { url, close } = await openDatabase('pnpm dev')
  atEnd(close)
  await applyMigrations(url)
  if (isDemo()) {
    await seedIfEmpty(url)
    await openDemoWindow(url)
  }
  const apiPort = await freePort()
  startWatchedApi(url, apiPort)
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
  if (isDemo()) console.log((await demoSignIns()).join('\n'))
  return undefined
})

function startWatchedApi(databaseUrl: string, apiPort: number): void {
  const api = startApi({
    isWatched: true,
    env: {
      DATABASE_URL: databaseUrl,
      PORT: String(apiPort),
      HOST: '127.0.0.1',
      METRICS_PORT: process.env['METRICS_PORT'] || '0',
      PUBLIC_URL: `http://localhost:${port}`,
      SESSION_SECRET: process.env['SESSION_SECRET'] || persistedSecret('session-secret'),
    },
  })
  atEnd(() => stopApi(api))
}
