import type { AskerWish, NewRequest, RequestFiled, RequestView } from '@rodnik/contract/requests'
import type { Deps } from '../../platform/deps.ts'
import { AppError } from '../../platform/errors.ts'
import { requestCode } from '../../platform/request-code.ts'
import { type Asker, accountOf } from './asker.repo.ts'
import { askedIn, type Filer, fileRequest } from './file-request.service.ts'
import { letHappen, wishOf } from './happen.service.ts'
import type { Reader } from './reader.ts'
import { findRequest } from './view.repo.ts'

type Needed = Pick<Deps, 'db' | 'pool' | 'env'>

/** @throws as accountOf */
export async function filerOf({ db }: Pick<Deps, 'db'>, asker: Asker): Promise<Filer> {
  const { id: accountId } = await accountOf(db, asker)
  if ('userId' in asker) {
    const { userId } = asker
    return { actor: `user:${userId}`, channel: 'account', accountId, countedAs: accountId, userId }
  }
  const { sessionId } = asker
  return {
    actor: `guest:${sessionId}`,
    channel: 'guest',
    accountId,
    // Apart from those who have a right to it: a stranger must not use up what is theirs.
    countedAs: `guest ${accountId}`,
    guestSessionId: sessionId,
  }
}

/** @throws as filerOf and fileRequest */
export async function fileByAsker(
  deps: Needed,
  asker: Asker,
  { key, body }: { key: string; body: NewRequest },
): Promise<RequestFiled> {
  const id = await fileRequest(deps, await filerOf(deps, asker), askedIn(body), key)
  return showFiled(deps, id, asker)
}

/** A request with the code that opens it without signing in. @throws not_found */
export async function showFiled(
  deps: Pick<Deps, 'db' | 'env'>,
  id: string,
  reader: Reader,
): Promise<RequestFiled> {
  return { code: requestCode(deps.env.SESSION_SECRET, id), request: await showRequest(deps, id, reader) }
}

/** @throws not_found */
export async function showRequest(
  { db }: Pick<Deps, 'db'>,
  id: string,
  reader: Reader,
): Promise<RequestView> {
  const request = await findRequest(db, id, reader)
  if (!request) throw new AppError('not_found')
  return request
}

export type ByAsker = { requestId: string; reader: Reader; actor: string; key: string; wish: AskerWish }

/** @throws as letHappen */
export async function changeByAsker(deps: Pick<Deps, 'db'>, change: ByAsker): Promise<RequestView> {
  const { requestId, reader, actor, key, wish } = change
  await deps.db.$transaction((tx) =>
    letHappen(tx, {
      requestId,
      reader,
      actor,
      event: { type: wish.type },
      ...('text' in wish && { text: wish.text }),
      ...('attachmentIds' in wish && { attachmentIds: wish.attachmentIds }),
      wish: wishOf(actor, key, wish),
    }),
  )
  return showRequest(deps, requestId, reader)
}
