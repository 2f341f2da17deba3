import type { NewRequest, RequestFiled } from '@rodnik/contract/requests'
import type { RequestChannel } from '@rodnik/contract/staff-requests'
import { type Actor, auditName } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db.ts'
import type { Deps } from '../../platform/deps.ts'
import { AppError } from '../../platform/errors.ts'
import { isAccount } from './asker.repo.ts'
import { showFiled } from './asker.service.ts'
import { askedIn, fileRequest } from './file-request.service.ts'

type Call = { accountId: string; key: string; body: NewRequest & { channel: RequestChannel } }

/** The account that somebody calls about. @throws not_found */
export async function callersAccount(tx: Tx, accountId: string): Promise<string> {
  if (!(await isAccount(tx, accountId))) throw new AppError('not_found')
  return accountId
}

/** Files what somebody says on the phone, at the counter or on paper. @throws not_found, and as fileRequest */
export async function fileForCaller(
  deps: Pick<Deps, 'db' | 'pool' | 'env'>,
  actor: Actor,
  { accountId, key, body: { channel, ...body } }: Call,
): Promise<RequestFiled> {
  await callersAccount(deps.db, accountId)
  const by = auditName(actor)
  // The office is not limited by what an account may file in a day.
  const filer = { actor: by, channel, accountId, countedAs: `${by} ${accountId}` }
  const id = await fileRequest(deps, filer, askedIn(body), key)
  return showFiled(deps, id, { openedId: id })
}
