import type { AnswerTemplate } from '@rodnik/contract/answer-templates'
import { type Actor, auditName } from '../../platform/actor.ts'
import type { Deps } from '../../platform/deps.ts'
import { AppError } from '../../platform/errors.ts'
import {
  deleteTemplate,
  holdTemplate,
  insertTemplate,
  type TemplateFacts,
  updateTemplate,
} from './templates.repo.ts'

type Db = Pick<Deps, 'db'>

export const addTemplate = ({ db }: Db, actor: Actor, facts: TemplateFacts): Promise<AnswerTemplate> =>
  db.$transaction(async (tx) => {
    const template = await insertTemplate(tx, facts)
    await tx.auditEvent.create({
      data: { actor: auditName(actor), action: 'answer_template.added', details: { after: facts } },
    })
    return template
  })

/** @throws not_found */
export const changeTemplate = ({ db }: Db, actor: Actor, { id, ...facts }: TemplateFacts & { id: string }) =>
  db.$transaction(async (tx) => {
    const before = await holdTemplate(tx, id)
    if (!before) throw new AppError('not_found')
    await tx.auditEvent.create({
      data: { actor: auditName(actor), action: 'answer_template.changed', details: { before, after: facts } },
    })
    return updateTemplate(tx, id, facts)
  })

/** @throws not_found */
export const removeTemplate = ({ db }: Db, actor: Actor, id: string): Promise<void> =>
  db.$transaction(async (tx) => {
    const before = await holdTemplate(tx, id)
    if (!before) throw new AppError('not_found')
    await tx.auditEvent.create({
      data: { actor: auditName(actor), action: 'answer_template.removed', details: { before } },
    })
    await deleteTemplate(tx, id)
  })
