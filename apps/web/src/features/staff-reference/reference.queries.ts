import type { ReferenceKind, ReferenceRow } from '@rodnik/contract/reference'
import { addReferenceRow, listReference, withdrawReferenceRow } from '@rodnik/contract/staff-reference'
import { subjectOf } from '@rodnik/domain/reference/subject'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../lib/call.ts'

const referenceKey = ['staff', 'reference'] as const

export const referenceQuery = (kind: ReferenceKind) =>
  queryOptions({
    queryKey: [...referenceKey, kind],
    queryFn: ({ signal }) => call(listReference, { querystring: { kind } }, signal),
  })

function useReferenceChange<Wish, Answer>(change: (wish: Wish) => Promise<Answer>) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: change,
    // After a refusal too: somebody else has changed the list.
    onSettled: () => queryClient.invalidateQueries({ queryKey: referenceKey }),
  })
}

export const useNewValue = () =>
  useReferenceChange((row: ReferenceRow) => call(addReferenceRow, { body: row }))

export const useWithdrawal = () =>
  useReferenceChange((row: ReferenceRow) => {
    const { kind, validFrom } = row
    return call(withdrawReferenceRow, {
      params: { kind, validFrom },
      querystring: { subject: subjectOf(row) },
    })
  })
