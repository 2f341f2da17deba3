import { randomBytes } from 'node:crypto'
import { sha256 } from '../../platform/secrets.ts'

/** Crockford's base32: no letter that is read as a digit, and none of them twice. */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 24
const GROUP = /.{4}(?=.)/g

export const RECOVERY_CODES = 10

/** 24 signs, 120 bits: enough for a plain hash to keep it (ASVS 6.5.2). */
export function newRecoveryCode(): string {
  const signs = [...randomBytes(LENGTH)].map((byte) => SIGNS[byte % SIGNS.length]).join('')
  return signs.replace(GROUP, '$&-')
}

/** Typed from paper: small letters, O for 0, I or L for 1, any spacing. */
const normalForm = (typed: string): string =>
  typed
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')

export const recoveryHash = (typed: string): Buffer => sha256(normalForm(typed))
