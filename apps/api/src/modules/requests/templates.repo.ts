import type { AnswerTemplate } from '@rodnik/contract/answer-templates'
import type { RequestKindName } from '@rodnik/contract/request-kinds/index'
import type { Tx } from '../../platform/db.ts'

type Row = { id: string; name: string; kind: string | null; text: string; changedAt: Date }
export type TemplateFacts = Pick<AnswerTemplate, 'name' | 'kind' | 'text'>

const toTemplate = ({ changedAt, kind, ...row }: Row): AnswerTemplate => ({
  ...row,
  kind: kind as RequestKindName | null,
  changedAt: changedAt.toISOString(),
})

export const findTemplates = async (tx: Tx): Promise<AnswerTemplate[]> =>
  (await tx.answerTemplate.findMany({ orderBy: [{ name: 'asc' }, { id: 'asc' }], take: 500 })).map(toTemplate)

export const insertTemplate = async (tx: Tx, facts: TemplateFacts): Promise<AnswerTemplate> =>
  toTemplate(await tx.answerTemplate.create({ data: facts }))

/** Locked for the change that follows; undefined: there is none. */
export async function holdTemplate(tx: Tx, id: string): Promise<TemplateFacts | undefined> {
  const [row] = await tx.$queryRaw<TemplateFacts[]>`
    SELECT name, kind, text FROM answer_templates WHERE id = ${id}::uuid FOR UPDATE`
  return row
}

export async function updateTemplate(tx: Tx, id: string, facts: TemplateFacts): Promise<AnswerTemplate> {
  await tx.$executeRaw`UPDATE answer_templates SET changed_at = app_now() WHERE id = ${id}::uuid`
  return toTemplate(await tx.answerTemplate.update({ where: { id }, data: facts }))
}

export const deleteTemplate = (tx: Tx, id: string) => tx.answerTemplate.delete({ where: { id } })
