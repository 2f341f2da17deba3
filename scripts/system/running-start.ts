import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from '../database/free-port.ts'
import { commandOf, isAlive, stopProcess } from '../database/processes.ts'
import { inRoot } from '../root.ts'

/** A folder for the data of starts, with pages that need no building, and a port. */
export type Place = { data: string; env: Record<string, string>; port: number; remove: () => Promise<void> }

export type Start = { child: ChildProcess; output: () => string; exitCode: Promise<number | null> }

export async function makePlace(): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), 'rodnik-start-'))
  chmodSync(folder, 0o711)
  const pages = join(folder, 'pages')
  mkdirSync(pages)
  for (const page of ['index.html', 'en.html']) writeFileSync(join(pages, page), '<title>Родник</title>')
  const data = join(folder, 'data')
  const port = await freePort()
  const env = { RODNIK_DATA_DIR: data, STATIC_DIR: pages, PORT: String(port), RODNIK_DEMO_ACCOUNTS: '20' }
  const remove = async () => {
    const pid = databasePid(data)
    if (pid && commandOf(pid).includes(data)) await stopProcess(pid, 'SIGINT', 10_000)
    rmSync(folder, { recursive: true, force: true })
  }
  return { data, env, port, remove }
}

/** Runs `scripts/start.ts` itself: a signal to npx or pnpm would be a test of those. */
export function start(place: Place, env: Record<string, string> = {}): Start {
  const { DATABASE_URL: _, ...inherited } = process.env
  const child = spawn(process.execPath, [inRoot('scripts/start.ts')], {
    env: { ...inherited, ...place.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const chunks: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk))
  const exitCode = new Promise<number | null>((resolve) => {
    child.once('exit', (code) => resolve(code))
  })
  return { child, output: () => Buffer.concat(chunks).toString(), exitCode }
}

/** @throws with what the start printed, when it ends or says nothing of being ready within a minute */
export async function untilPrinted(run: Start, text: string): Promise<void> {
  const deadline = Date.now() + 60_000
  while (!run.output().includes(text)) {
    if (run.child.exitCode !== null || Date.now() > deadline) {
      throw new Error(`"${text}" was not printed:\n${run.output()}`)
    }
    await sleep(20)
  }
}

export const untilReady = (run: Start): Promise<void> => untilPrinted(run, 'Ctrl-C stops everything')

export function databasePid(data: string): number {
  try {
    return Number(readFileSync(join(data, 'postgres/postmaster.pid'), 'utf8').split('\n')[0])
  } catch {
    return 0
  }
}

export async function untilGone(pid: number): Promise<void> {
  const deadline = Date.now() + 20_000
  while (isAlive(pid) && Date.now() < deadline) await sleep(20)
}
