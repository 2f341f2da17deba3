import type { BankProfileTitle, DifferentRow, RegistryFile } from '@rodnik/contract/staff-registries'
import { RegistryFault } from '@rodnik/contract/staff-registries'
import * as z from 'zod/mini'
import { type Actor, auditName } from '../../../platform/actor.ts'
import type { Deps } from '../../../platform/deps.ts'
import { AppError } from '../../../platform/errors.ts'
import { inPoolTransaction } from '../../../platform/in-transaction.ts'
import { pageOf, uuidPlaceOf } from '../../../platform/page-cursor.ts'
import { businessDay, profilesOn } from '../../info/index.ts'
import { insertFile, insertPart } from './arrival.repo.ts'
import { asFile, findDifferences, findFaults, findFile, findFiles } from './files.repo.ts'
import { completeFile } from './receive-file.service.ts'

const PAGE = 30

/** Files newest first, and which banks there are profiles of. */
export async function registryFiles(deps: Pick<Deps, 'db'>, cursor: string | undefined) {
  const { today } = await businessDay(deps)
  const [rows, profiles] = await Promise.all([
    findFiles(deps.db, { after: uuidPlaceOf(cursor), limit: PAGE + 1 }),
    profilesOn(deps.db, today),
  ])
  const { page, nextCursor } = pageOf(rows, PAGE)
  const titles = profiles.map(
    ({ name, title, payments, debts }): BankProfileTitle => ({
      name,
      title,
      hasPayments: payments !== null,
      hasDebts: debts !== null,
    }),
  )
  return {
    files: page.map(asFile),
    profiles: titles,
    nextCursor,
  }
}

/** @throws not_found */
export async function registryFile(deps: Pick<Deps, 'db'>, id: string) {
  const { db } = deps
  const file: RegistryFile | undefined = await findFile(db, id)
  if (!file) throw new AppError('not_found')
  const faults = z.array(RegistryFault).parse(await findFaults(db, id))
  const found = file.differentRows > 0 ? await findDifferences(db, id) : []
  const differences = found.map(
    ({ knownFile, knownLine, knownAccount, knownKopecks, ...row }): DifferentRow => ({
      ...row,
      amountKopecks: Number(row.amountKopecks),
      known: {
        fileName: knownFile,
        line: knownLine,
        accountNumber: knownAccount,
        amountKopecks: Number(knownKopecks),
      },
    }),
  )
  const { today } = await businessDay(deps)
  const profiles = await profilesOn(db, today)
  const bank = profiles.find(({ name }) => name === file.profile)?.title ?? ''
  return { file, bank, faults, differences }
}

type NewFile = { fileName: string; byteCount: number; profile: string | null }

export async function beginFile({ pool }: Pick<Deps, 'pool'>, actor: Actor, file: NewFile) {
  return { id: await insertFile(pool, { ...file, receivedBy: auditName(actor) }) }
}

/** @throws not_found: no file of this sender that still arrives */
export async function sendPart(
  { pool }: Pick<Deps, 'pool'>,
  actor: Actor,
  { id, part, content }: { id: string; part: number; content: string },
): Promise<void> {
  const bytes = Buffer.from(content, 'base64')
  const isTaken = await insertPart(pool, { id, part, content: bytes, receivedBy: auditName(actor) })
  if (!isTaken) throw new AppError('not_found')
}

/** The worker is woken by the same transaction. @throws as completeFile */
export async function finishSending(
  deps: Pick<Deps, 'db' | 'pool'>,
  actor: Actor,
  id: string,
): Promise<void> {
  const { today } = await businessDay(deps)
  const profiles = await profilesOn(deps.db, today)
  await inPoolTransaction(deps.pool, (client) =>
    completeFile(client, id, { by: auditName(actor), today, profiles }),
  )
}
