import type { SessionTokens } from '../../platform/access-token.ts'
import type { Deps } from '../../platform/deps.ts'
import { AppError } from '../../platform/errors.ts'
import { isGenuine, placeOf, type RefreshPlace, refreshToken } from '../../platform/refresh-token.ts'
import { sha256 } from '../../platform/secrets.ts'
import { endReusedSession, findRefreshable, type Refreshable, rotateSession } from './refresh.repo.ts'

const successorOf = (secret: string, session: Refreshable, generation: number): SessionTokens => {
  const { userId, sessionId, seed } = session
  return {
    userId,
    sessionId,
    generation,
    refreshToken: refreshToken(secret, { sessionId, generation }, seed),
  }
}

/**
 * A lost answer: the token just replaced comes again, and either its successor has never been seen in use, or
 * so little time has passed that two tabs may have asked together. The same successor is given.
 */
const isLostAnswer = (session: Refreshable, place: RefreshPlace) =>
  place.generation === session.generation - 1 &&
  (session.seenGeneration < session.generation || session.isJustRotated)

type Genuine = { session: Refreshable; place: RefreshPlace; token: string }

/** The session of a token that we have made. */
async function recognise(deps: Deps, token: string | undefined): Promise<Genuine | undefined> {
  const place = token === undefined ? undefined : placeOf(token)
  const session = place && (await findRefreshable(deps.db, place.sessionId))
  const isOurs =
    token !== undefined && session && isGenuine(deps.env.SESSION_SECRET, token, place, session.seed)
  return isOurs ? { session, place, token } : undefined
}

/** The live session that a refresh token, old or new, belongs to. */
export async function sessionOfToken(
  deps: Deps,
  token: string | undefined,
): Promise<Refreshable | undefined> {
  return (await recognise(deps, token))?.session
}

/** Moves on; another tab may be faster by a moment, and then both get its one successor. */
async function moveOn(deps: Deps, { session, place, token }: Genuine): Promise<SessionTokens> {
  const secret = deps.env.SESSION_SECRET
  const next = successorOf(secret, session, place.generation + 1)
  const hashes = { usedHash: sha256(token), nextHash: sha256(next.refreshToken) }
  if (await rotateSession(deps.db, place, hashes)) return next
  const now = await findRefreshable(deps.db, place.sessionId)
  if (now && isLostAnswer(now, place)) return successorOf(secret, now, now.generation)
  throw new AppError('sign_in_required')
}

/**
 * Exchanges a refresh token for its successor (RFC 9700, 4.14.2). A token that was used before ends the session:
 * two have it, and one of them is not the person.
 * @throws sign_in_required for every token that opens nothing
 */
export async function refresh(deps: Deps, token: string | undefined): Promise<SessionTokens> {
  const genuine = await recognise(deps, token)
  if (!genuine) throw new AppError('sign_in_required')
  const { session, place } = genuine
  if (place.generation === session.generation) return moveOn(deps, genuine)
  if (isLostAnswer(session, place)) return successorOf(deps.env.SESSION_SECRET, session, session.generation)
  await deps.db.$transaction((tx) => endReusedSession(tx, session))
  throw new AppError('sign_in_required')
}
