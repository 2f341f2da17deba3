import type { Deps } from '../../platform/deps.ts'
import { queueLetter } from '../notifications/index.ts'
import { failExport, keepExport, takeExport } from './data-exports.repo.ts'
import { exportArchive } from './export-archive.ts'
import { collectExport } from './export-contents.repo.ts'
import { findPerson } from './people.repo.ts'

/** Collecting ten years of a large family takes a second; a minute means that something is wrong. */
const TIMEOUT_MS = 60_000

type Made = { id: string; failure?: unknown }

/** Makes the next export, if one waits. A worker that is killed leaves it to the next one, as if untouched. */
async function makeOne({ db }: Pick<Deps, 'db'>): Promise<Made | undefined> {
  const taken: { id?: string } = {}
  try {
    return await db.$transaction(
      async (tx) => {
        const next = await takeExport(tx)
        if (!next) return undefined
        taken.id = next.id
        await keepExport(tx, next.id, exportArchive(await collectExport(tx, next.userId)))
        const { email, language } = await findPerson(tx, next.userId)
        if (email !== null) await queueLetter(tx, { template: 'export_ready', to: email, language })
        return { id: next.id }
      },
      { timeout: TIMEOUT_MS },
    )
  } catch (failure) {
    if (taken.id === undefined) throw failure
    return { id: taken.id, failure }
  }
}

/** The worker's look: makes every export that waits. One that cannot be made is marked, and may be asked for anew. */
export async function makeExports(deps: Pick<Deps, 'db' | 'log'>): Promise<void> {
  for (let made = await makeOne(deps); made; made = await makeOne(deps)) {
    if (made.failure === undefined) continue
    deps.log.error({ err: made.failure, export: made.id }, 'an export could not be made')
    await failExport(deps.db, made.id)
  }
}
