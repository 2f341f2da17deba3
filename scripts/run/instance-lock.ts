import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** Who holds the lock: what runs and where it is found. */
type Holder = { pid: number; what: string }

export type Claim =
  | { isMine: true; wasKilled: boolean; release: () => void }
  | { isMine: false; holder: Holder | undefined }

/**
 * Claims a data folder for this process. The lock is the operating system's, taken through SQLite since Node
 * has no file locks of its own: however its holder ends, kill -9 included, the lock ends with it.
 */
export function claimInstance(folder: string, what: string): Claim {
  const note = join(folder, 'running.json')
  const lock = new DatabaseSync(join(folder, 'running.lock'))
  try {
    lock.exec('BEGIN EXCLUSIVE')
  } catch {
    lock.close()
    return { isMine: false, holder: readNote(note) }
  }
  const wasKilled = existsSync(note)
  writeFileSync(note, JSON.stringify({ pid: process.pid, what } satisfies Holder))
  const release = () => {
    rmSync(note, { force: true })
    lock.close()
  }
  return { isMine: true, wasKilled, release }
}

function readNote(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder
  } catch {
    return undefined
  }
}
