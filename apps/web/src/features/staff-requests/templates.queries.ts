import type { AnswerTemplate } from '@rodnik/contract/answer-templates'
import * as contract from '@rodnik/contract/answer-templates'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../lib/call.ts'

const key = ['staff', 'answer-templates'] as const

export const templatesQuery = queryOptions({
  queryKey: key,
  queryFn: ({ signal }) => call(contract.listTemplates, {}, signal),
})

function useChange<Wish>(change: (wish: Wish) => Promise<unknown>) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: change,
    // After a refusal too: a colleague has removed it.
    onSettled: () => queryClient.invalidateQueries({ queryKey: key }),
  })
}

export type TemplateFacts = Pick<AnswerTemplate, 'name' | 'kind' | 'text'>

/** Adds one, or changes the one that has the id. */
export const useTemplateSaving = (id: string | undefined) =>
  useChange((body: TemplateFacts) =>
    id === undefined
      ? call(contract.addTemplate, { body })
      : call(contract.changeTemplate, { params: { id }, body }),
  )

export const useTemplateRemoval = (id: string) =>
  useChange(() => call(contract.removeTemplate, { params: { id } }))
