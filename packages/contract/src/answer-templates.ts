import * as z from 'zod/mini'
import type { Endpoint } from './endpoint.ts'
import { Instant, text } from './primitives.ts'
import { paragraphs } from './request-kinds/field.ts'
import { RequestKindName } from './request-kinds/index.ts'

const tags = ['staff'] as const
const params = z.object({ id: z.uuid() })

export const AnswerTemplate = z.object({
  id: z.uuid(),
  name: z.string(),
  /** Null: for every kind. */
  kind: z.nullable(RequestKindName),
  text: z.string(),
  changedAt: Instant,
})
export type AnswerTemplate = z.infer<typeof AnswerTemplate>

const TemplateBody = z.strictObject({
  name: text(100),
  kind: z.nullable(RequestKindName),
  text: paragraphs(4000),
})

export const listTemplates = {
  method: 'GET',
  url: '/staff/answer-templates',
  config: { access: 'staff', roles: ['operator', 'clerk', 'inspector', 'administrator'] },
  schema: {
    summary: 'Answers that are given often',
    tags,
    response: { 200: z.object({ templates: z.array(AnswerTemplate) }) },
  },
} as const satisfies Endpoint

const templateConfig = { access: 'staff', roles: ['operator', 'clerk', 'administrator'] } as const

export const addTemplate = {
  method: 'POST',
  url: '/staff/answer-templates',
  config: templateConfig,
  schema: { summary: 'Keep an answer', tags, body: TemplateBody, response: { 201: AnswerTemplate } },
} as const satisfies Endpoint

export const changeTemplate = {
  method: 'PUT',
  url: '/staff/answer-templates/:id',
  config: templateConfig,
  schema: {
    summary: 'Change a kept answer',
    tags,
    params,
    body: TemplateBody,
    response: { 200: AnswerTemplate },
  },
} as const satisfies Endpoint

export const removeTemplate = {
  method: 'DELETE',
  url: '/staff/answer-templates/:id',
  config: templateConfig,
  schema: { summary: 'Throw a kept answer away', tags, params, response: { 204: z.null() } },
} as const satisfies Endpoint
