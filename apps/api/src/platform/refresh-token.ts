import { deriveKey, hmac, isSame } from './secrets.ts'

/** The place of a refresh token in the life of its session: each use makes the next generation. */
export type RefreshPlace = { sessionId: string; generation: number }

const ID_BYTES = 16
const PLACE_BYTES = ID_BYTES + 4
const TOKEN_BYTES = PLACE_BYTES + 32

const placeBytes = ({ sessionId, generation }: RefreshPlace): Buffer => {
  const bytes = Buffer.alloc(PLACE_BYTES)
  bytes.write(sessionId.replaceAll('-', ''), 'hex')
  bytes.writeUInt32BE(generation, ID_BYTES)
  return bytes
}

const proofOf = (secret: string, place: RefreshPlace, seed: Uint8Array): Buffer =>
  hmac(
    deriveKey(secret, 'refresh-token'),
    `${placeBytes(place).toString('hex')}\n${Buffer.from(seed).toString('hex')}`,
  )

/**
 * The refresh token of a generation. It can be made again, so that a lost answer can be repeated, but only
 * with both the session's seed and SESSION_SECRET.
 */
export const refreshToken = (secret: string, place: RefreshPlace, seed: Uint8Array): string =>
  Buffer.concat([placeBytes(place), proofOf(secret, place, seed)]).toString('base64url')

/** Which session and generation a token speaks of, whether it is genuine or not; undefined for anything else. */
export function placeOf(token: string): RefreshPlace | undefined {
  const bytes = Buffer.from(token, 'base64url')
  if (bytes.length !== TOKEN_BYTES || bytes.toString('base64url') !== token) return undefined
  const hex = bytes.toString('hex', 0, ID_BYTES)
  const sessionId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  return { sessionId, generation: bytes.readUInt32BE(ID_BYTES) }
}

/** Whether we have made the token for a session with this seed. */
export const isGenuine = (secret: string, token: string, place: RefreshPlace, seed: Uint8Array): boolean =>
  isSame(Buffer.from(token), Buffer.from(refreshToken(secret, place, seed)))
