import { Readable } from 'node:stream'
import type { RegisterExport, RegisterWish } from '@rodnik/contract/registers'
import { type Actor, auditName } from '../../../platform/actor.ts'
import type { Deps } from '../../../platform/deps.ts'
import { AppError } from '../../../platform/errors.ts'
import { askForExport, type Format, findPart, findReady } from './exports.repo.ts'
import { registerOf } from './registers.ts'

type Wanted = { wish: RegisterWish; format: Format; language: 'ru' | 'en' }

/** That somebody takes a part of the city's data out is recorded with what they asked for. */
export async function askForFile(
  { db }: Pick<Deps, 'db'>,
  actor: Actor,
  wanted: Wanted,
): Promise<RegisterExport> {
  return db.$transaction(async (tx) => {
    const asked = await askForExport(tx, { userId: actor.userId, ...wanted })
    if (!asked.export) throw new Error('A file that was asked for is nowhere')
    if (asked.isNew) {
      const { register, filter } = wanted.wish
      const details = { export: asked.export.id, register, filter, format: wanted.format }
      await tx.auditEvent.create({ data: { actor: auditName(actor), action: 'register.exported', details } })
    }
    return asked.export
  })
}

async function* partsOf({ db }: Pick<Deps, 'db'>, id: string) {
  for (let part = 0; ; part++) {
    const content = await findPart(db, id, part)
    if (!content) return
    yield content
  }
}

/** The file, part by part: it is never whole in memory. */
export async function openFile(deps: Pick<Deps, 'db'>, actor: Actor, id: string) {
  const found = await findReady(deps.db, actor.userId, id)
  if (!found) throw new AppError('not_found')
  const { title } = registerOf(found.register).words[found.language]
  return {
    ...found,
    name: `${title} ${found.askedAt.toISOString().slice(0, 10)}.${found.format}`,
    content: Readable.from(partsOf(deps, id), { objectMode: false }),
  }
}
