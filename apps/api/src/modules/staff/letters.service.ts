import type { TroubledLetter, TroubledState } from '@rodnik/contract/staff-letters'
import { type Actor, auditName } from '../../platform/actor.ts'
import type { Deps } from '../../platform/deps.ts'
import { AppError } from '../../platform/errors.ts'
import { pageOf, placeOf } from '../../platform/page-cursor.ts'
import { findTroubledLetters, hastenLetter } from './letters.repo.ts'

const PAGE = 50
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

type Filter = { state?: TroubledState | undefined; cursor?: string | undefined }

/** @throws invalid_request */
export async function troubledLetters({ db }: Pick<Deps, 'db'>, { state, cursor }: Filter) {
  const after = placeOf(cursor)
  if (after !== null && !UUID.test(after.id)) throw new AppError('invalid_request')
  const { page, nextCursor } = pageOf(await findTroubledLetters(db, { state, after, limit: PAGE + 1 }), PAGE)
  const letters = page.map(
    ({ at, nextAttemptAt, ...row }): TroubledLetter => ({
      ...row,
      createdAt: at.toISOString(),
      nextAttemptAt: nextAttemptAt?.toISOString() ?? null,
    }),
  )
  return { letters, nextCursor }
}

/** Makes a waiting letter due now; the worker finds it at its next look. @throws not_found when it waits no more */
export function retryLetter({ db }: Pick<Deps, 'db'>, actor: Actor, id: string): Promise<void> {
  return db.$transaction(async (tx) => {
    if (!(await hastenLetter(tx, id))) throw new AppError('not_found')
    await tx.auditEvent.create({
      data: { actor: auditName(actor), action: 'letter.retried', details: { letter: id } },
    })
  })
}
