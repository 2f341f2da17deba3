import { type Actor, auditName } from './actor.ts'
import { canonicalJson } from './canonical-json.ts'
import { AppError } from './errors.ts'
import { violatedConstraint } from './outage.ts'
import { isSame, sha256 } from './secrets.ts'

/** What staff want to happen once: the key it is known by, and what it was. */
export type Wish = { key: string; hash: Uint8Array<ArrayBuffer> }

/** A key is of whoever sends it: two people may choose the same one. */
export function wishOf(actor: Actor, key: string, body: unknown): Wish {
  return { key: `${auditName(actor)}:${key}`, hash: Uint8Array.from(sha256(canonicalJson(body))) }
}

type Kept = { id: string; wishHash: Uint8Array | null }

/**
 * Does it, or finds that it has happened, at the same instant too.
 * @param find what a wish of this key has made
 * @param act makes it; runs into `constraint` when another one was quicker
 * @returns the id of what there is now
 * @throws idempotency_key_reused when the key was for something else
 */
export async function once(
  { key, hash }: Wish,
  find: (key: string) => Promise<Kept | null>,
  { constraint, act }: { constraint: string; act: () => Promise<string> },
): Promise<string> {
  const known = async () => {
    const kept = await find(key)
    if (kept && !isSame(kept.wishHash ?? new Uint8Array(), hash)) throw new AppError('idempotency_key_reused')
    return kept?.id
  }
  const before = await known()
  if (before !== undefined) return before
  try {
    return await act()
  } catch (error) {
    if (violatedConstraint(error) !== constraint) throw error
    const other = await known()
    if (other === undefined) throw error
    return other
  }
}
