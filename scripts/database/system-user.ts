import { execFileSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

export type SystemUser = { uid: number; gid: number }

const NAME = 'postgres'

/**
 * The user the database has to run as: PostgreSQL refuses to run as root, so root gets the system's
 * `postgres` user, made when missing; anyone else runs it as themselves (undefined).
 */
export function databaseUser(): SystemUser | undefined {
  if (process.getuid?.() !== 0) return undefined
  return userIds() ?? createUser()
}

function userIds(): SystemUser | undefined {
  try {
    const id = (flag: string) => Number(execFileSync('id', [flag, NAME], { stdio: 'pipe', encoding: 'utf8' }))
    return { uid: id('-u'), gid: id('-g') }
  } catch {
    return undefined
  }
}

function createUser(): SystemUser {
  try {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', NAME], { stdio: 'pipe' })
  } catch (cause) {
    throw new Error(
      `PostgreSQL does not run as root, and a system user "${NAME}" could not be made. ` +
        'Start Rodnik as an ordinary user, make that user yourself, or give DATABASE_URL.',
      { cause },
    )
  }
  const made = userIds()
  if (!made) throw new Error(`The system user "${NAME}" was made but cannot be found.`)
  return made
}

/**
 * @throws when `path` lies below a folder that the user may not enter, naming that folder and the ways out
 */
export function assertReachable(path: string, user: SystemUser | undefined): void {
  if (!user) return
  for (let folder = resolve(path); folder !== dirname(folder); folder = dirname(folder)) {
    if (!mayEnter(folder, user)) {
      throw new Error(
        `Rodnik runs as root, and the database, as the user "${NAME}", cannot enter ${folder} (on the way to ${path}). ` +
          `Ways out: move Rodnik to a folder open to all, such as /opt or /srv; run "chmod o+x ${folder}"; ` +
          'start Rodnik as an ordinary user; or give DATABASE_URL of your own PostgreSQL.',
      )
    }
  }
}

function mayEnter(folder: string, user: SystemUser): boolean {
  const { mode, uid, gid } = statSync(folder)
  if (uid === user.uid) return (mode & 0o100) !== 0
  if (gid === user.gid) return (mode & 0o010) !== 0
  return (mode & 0o001) !== 0
}
