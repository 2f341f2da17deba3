import type { RequestField } from '@rodnik/contract/request-kinds/field'
import { RequestKindName, requestKinds } from '@rodnik/contract/request-kinds/index'
import type { RequestDeadline, RequestStep } from '@rodnik/contract/request-kinds/kind'
import type { ZodMiniType } from 'zod/mini'
import type { RequestsWords } from '../../locales/ru/requests.ts'

/** A kind as a form sees it, whichever it is. */
export type KindFacts = {
  fields: Record<string, RequestField>
  schema: ZodMiniType<object>
  steps: readonly RequestStep[]
  deadline: RequestDeadline
}

export const kindFacts = (name: RequestKindName): KindFacts => requestKinds[name]

/** The words of one field, whichever it is. */
export type SaidField = { label: string; hint?: string; options?: Record<string, string> }

export const saidFields = (say: RequestsWords, kind: RequestKindName): Record<string, SaidField> =>
  say.kinds[kind].fields

/** The kind that an address names, if it is one that people of an account ask for. */
export function kindOfAccount(named: string): RequestKindName | undefined {
  const kind = RequestKindName.safeParse(named).data
  return kind !== undefined && requestKinds[kind].isAbout === 'account' ? kind : undefined
}
