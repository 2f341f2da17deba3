import { randomBytes } from 'node:crypto'
import type {
  NetworkTerms,
  NetworkWithSecret,
  NewNetwork,
  TerminalNetwork,
} from '@rodnik/contract/staff-terminals'
import { type Actor, auditName } from '../../../platform/actor.ts'
import type { Tx } from '../../../platform/db.ts'
import type { Deps } from '../../../platform/deps.ts'
import { AppError } from '../../../platform/errors.ts'
import { sha256 } from '../../../platform/secrets.ts'
import {
  findConflicts,
  findNetworks,
  insertNetwork,
  lockNetwork,
  replaceSecret,
  switchNetwork,
  updateTerms,
} from './desk.repo.ts'

type Db = Pick<Deps, 'db'>

const SHOWN_CONFLICTS = 100

export const networks = async ({ db }: Db) => ({
  networks: await findNetworks(db),
  conflicts: await findConflicts(db, SHOWN_CONFLICTS),
})

/** 256 random bits behind a mark by which a leaked one is recognised; hashed plainly, as ASVS 6.5.2 lets from 112. */
const newSecret = (): string => `rodnik_tn_${randomBytes(32).toString('base64url')}`

const record = (tx: Tx, actor: Actor, action: string, details: object) =>
  tx.auditEvent.create({ data: { actor: auditName(actor), action, details } })

async function networkOf(tx: Tx, id: string): Promise<TerminalNetwork> {
  const [network] = await findNetworks(tx, id)
  if (!network) throw new AppError('not_found')
  return network
}

/** @throws terminal_network_exists */
export async function addNetwork({ db }: Db, actor: Actor, wish: NewNetwork): Promise<NetworkWithSecret> {
  const secret = newSecret()
  const login = `${wish.code}-${randomBytes(4).toString('hex')}`
  return db.$transaction(async (tx) => {
    const id = await insertNetwork(tx, wish, { login, secretHash: sha256(secret) })
    if (id === null) throw new AppError('terminal_network_exists')
    await record(tx, actor, 'terminals.network_added', { network: wish.code, after: wish })
    return { network: await networkOf(tx, id), secret }
  })
}

const termsOf = ({
  name,
  addresses,
  timeZone,
  minKopecks,
  maxKopecks,
  requestsPerMinute,
}: TerminalNetwork) => ({ name, addresses, timeZone, minKopecks, maxKopecks, requestsPerMinute })

/** Acts within a second on every instance. @throws not_found */
export const changeTerms = (
  { db }: Db,
  actor: Actor,
  { id, ...terms }: { id: string } & NetworkTerms,
): Promise<TerminalNetwork> =>
  db.$transaction(async (tx) => {
    await lockNetwork(tx, id)
    const before = await networkOf(tx, id)
    await updateTerms(tx, id, terms)
    const after = await networkOf(tx, id)
    await record(tx, actor, 'terminals.network_changed', {
      network: before.code,
      before: termsOf(before),
      after: termsOf(after),
    })
    return after
  })

/** @throws not_found */
export async function rotateSecret(
  { db }: Db,
  actor: Actor,
  { id, keepHours }: { id: string; keepHours: number },
): Promise<NetworkWithSecret> {
  const secret = newSecret()
  return db.$transaction(async (tx) => {
    await lockNetwork(tx, id)
    await replaceSecret(tx, id, { secretHash: sha256(secret), keepHours })
    const network = await networkOf(tx, id)
    await record(tx, actor, 'terminals.secret_rotated', { network: network.code, keepHours })
    return { network, secret }
  })
}

type Wish = { id: string; reason: string; isActive: boolean }

/** @throws not_found */
export const switchTo = (
  { db }: Db,
  actor: Actor,
  { id, reason, isActive }: Wish,
): Promise<TerminalNetwork> =>
  db.$transaction(async (tx) => {
    const isChanged = await switchNetwork(tx, id, isActive)
    const network = await networkOf(tx, id)
    if (isChanged) {
      await record(tx, actor, isActive ? 'terminals.switched_on' : 'terminals.switched_off', {
        network: network.code,
        reason,
      })
    }
    return network
  })
