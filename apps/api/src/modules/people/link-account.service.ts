import type { AccountToLink, MyAccount } from '@rodnik/contract/my-accounts'
import { nameKey } from '@rodnik/domain/people/name-key'
import { addressGroup } from '../../platform/client-address.ts'
import type { Deps } from '../../platform/deps.ts'
import { AppError } from '../../platform/errors.ts'
import { notBefore } from '../../platform/floor.ts'
import { deriveKey, hmac } from '../../platform/secrets.ts'
import { isReceiptCode } from '../accounts/index.ts'
import { passTheGate } from '../auth/index.ts'
import { type BusinessDay, businessDay } from '../info/index.ts'
import { findLinkCandidate, type LinkCandidate } from './link-candidate.repo.ts'
import type { LinkKeys, LinkLimits } from './link-limits.ts'
import { insertOwner } from './links.repo.ts'
import { findMyAccounts } from './my-accounts.repo.ts'

/** Longer than any honest comparison takes, so that a refusal's time tells nothing. */
const REFUSAL_FLOOR_MS = 80

type Guarded = Deps & { linkLimits: LinkLimits }
type Visitor = { userId: string; ip: string }

function keysOf(secret: string, { accountNumber }: AccountToLink, { userId, ip }: Visitor): LinkKeys {
  const key = deriveKey(secret, 'link-limits')
  const digest = (...parts: string[]) => hmac(key, parts.join('\n')).toString('base64url')
  return { person: userId, address: digest(addressGroup(ip)), account: digest('account', accountNumber) }
}

/** «№ 123-45 678» and «12345678» are the same marking. */
const serialKey = (serial: string) => serial.replaceAll(/[^\p{L}\p{N}]/gu, '').toUpperCase()

function isProved(
  { accountNumber, proof }: AccountToLink,
  { meters, billKopecks, holderName, confirmedNames }: LinkCandidate,
  { secret, period }: { secret: string; period: string },
): boolean {
  if (proof.kind === 'receipt_code') {
    return isReceiptCode(secret, { accountNumber, code: proof.code }, period)
  }
  if (proof.kind === 'meter') {
    const typed = serialKey(proof.serial)
    return meters.some(
      (meter) => serialKey(meter.serial) === typed && meter.valueLitres === proof.valueLitres,
    )
  }
  if (proof.kind === 'bill_amount') return proof.amountKopecks === billKopecks
  const holder = nameKey(holderName)
  return holder !== null && confirmedNames.some((name) => nameKey(name) === holder)
}

async function link(
  deps: Guarded,
  body: AccountToLink,
  userId: string,
  { window }: BusinessDay,
): Promise<string | undefined> {
  const candidate = await findLinkCandidate(deps.db, body.accountNumber, userId)
  const paper = { secret: deps.env.SESSION_SECRET, period: window.period }
  const accountId = candidate.id
  if (!isProved(body, candidate, paper) || !candidate.isOpen || accountId === null) return undefined
  const outcome = await deps.db.$transaction((tx) =>
    insertOwner(tx, { userId, accountId, proof: body.proof.kind }),
  )
  if (outcome === 'too_many') throw new AppError('too_many_accounts')
  return outcome === 'owned_by_another' ? undefined : accountId
}

/**
 * Links an account that the person has proved to be theirs.
 * @throws link_refused in the same words and time for an unknown number, a wrong proof, a closed or legal account
 * @throws picture_code_required, picture_code_wrong, too_many_attempts, too_many_accounts
 */
export async function linkAccount(deps: Guarded, body: AccountToLink, visitor: Visitor): Promise<MyAccount> {
  const { userId } = visitor
  const keys = keysOf(deps.env.SESSION_SECRET, body, visitor)
  const tally = await deps.linkLimits.begin(keys)
  await passTheGate(deps, deps.linkLimits, { form: 'linking', proof: body, keys, tally })
  const day = await businessDay(deps)
  const accountId = await notBefore(REFUSAL_FLOOR_MS, () => link(deps, body, userId, day))
  if (accountId === undefined) {
    throw new AppError('link_refused', tally.isCodeNeededNext ? { isPictureCodeNeeded: true } : {})
  }
  await deps.linkLimits.wasRight(keys)
  const [account] = await findMyAccounts(deps, { userId, accountId }, day)
  if (!account) throw new AppError('not_found')
  return account
}
