import type { AttachmentFacts, NewUpload, Upload } from '@rodnik/contract/attachments'
import type { Deps } from '../../platform/deps.ts'
import { AppError } from '../../platform/errors.ts'
import { inPoolTransaction } from '../../platform/in-transaction.ts'
import type { Checked } from './check/check-file.ts'
import { oneAtATime } from './check/one-at-a-time.ts'
import { findKept, isThere } from './files.repo.ts'
import { keepFile } from './keep-file.service.ts'
import { MAX_WAITING, type UploadLimits } from './upload-limits.ts'
import type { Uploader } from './uploader.ts'
import {
  deleteUpload,
  findParts,
  giveBack,
  insertPart,
  insertUpload,
  takeForCheck,
  wholeContent,
} from './uploads.repo.ts'

/** Whoever asks for the check of a file that is being checked comes again after this. */
const RETRY_SECONDS = 2

/** Of files to check in this process: each waits for a third of a second per file before it. */
const QUEUE = 10
const inQueue = oneAtATime(QUEUE)

/** @throws too_many_attempts, too_many_uploads */
export async function beginUpload(
  { pool, limits }: Pick<Deps, 'pool'> & { limits: UploadLimits },
  uploader: Uploader,
  { name, bytes }: NewUpload,
): Promise<{ id: string }> {
  await limits(uploader, bytes)
  const id = await inPoolTransaction(pool, (client) =>
    insertUpload(client, { uploader: uploader.name, name, bytes }, MAX_WAITING),
  )
  if (id === undefined) throw new AppError('too_many_uploads')
  return { id }
}

type Own = { id: string; uploader: string }
/** Each door takes files of its own. */
type Needed = Pick<Deps, 'pool' | 'files'> & { check: (content: Buffer) => Promise<Checked> }

/** @throws not_found: no such file of theirs still arrives; invalid_request: the part has another length */
export async function sendPart(
  { pool }: Pick<Deps, 'pool'>,
  own: Own,
  { part, content }: { part: number; content: Buffer },
): Promise<void> {
  if (await insertPart(pool, { ...own, part, content })) return
  const isOurs = await isThere(pool, own)
  throw isOurs ? new AppError('invalid_request', { fields: { part: 'length' } }) : new AppError('not_found')
}

/** @throws not_found */
export async function showUpload({ pool }: Pick<Deps, 'pool'>, own: Own): Promise<Upload> {
  const attachment = (await findKept(pool, own)) ?? null
  if (!attachment && !(await isThere(pool, own))) throw new AppError('not_found')
  return { id: own.id, attachment, parts: await findParts(pool, own.id) }
}

/**
 * Checks a whole file and keeps it; one that is refused is gone. The same answer again for whoever lost the first.
 * @throws not_found; upload_incomplete; attachment_refused; unavailable, with when to come back
 */
export async function completeUpload(deps: Needed, own: Own): Promise<AttachmentFacts> {
  const kept = await findKept(deps.pool, own)
  return kept ?? (await inQueue(() => checkAndKeep(deps, own)))
}

async function checkAndKeep(deps: Needed, own: Own): Promise<AttachmentFacts> {
  const { pool, check } = deps
  const taken = await takeForCheck(pool, own)
  if (!taken) return inOtherHands(deps, own)
  try {
    const content = await wholeContent(pool, own.id)
    if (content.length !== taken.declaredBytes) throw new AppError('upload_incomplete')
    const facts = await keepFile(deps, { id: own.id, name: taken.name }, await check(content))
    if (!facts) throw new AppError('not_found')
    return facts
  } catch (error) {
    const isRefused = error instanceof AppError && error.code === 'attachment_refused'
    await (isRefused ? deleteUpload(pool, own) : giveBack(pool, own.id))
    throw error
  }
}

/** Two tabs, or an answer that was lost while another instance checks. */
async function inOtherHands({ pool }: Pick<Deps, 'pool'>, own: Own): Promise<AttachmentFacts> {
  const kept = await findKept(pool, own)
  if (kept) return kept
  if (await isThere(pool, own)) throw new AppError('unavailable', { retryAfterSeconds: RETRY_SECONDS })
  throw new AppError('not_found')
}

/** @throws not_found */
export async function discardUpload({ pool }: Pick<Deps, 'pool'>, own: Own): Promise<void> {
  if (!(await deleteUpload(pool, own))) throw new AppError('not_found')
}
