import { listStatements, sendStatement } from '@rodnik/contract/staff-statements'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { toBase64 } from '../../lib/base64.ts'
import { call } from '../../lib/call.ts'

const statementsKey = ['staff', 'statements'] as const

export const statementsQuery = queryOptions({
  queryKey: statementsKey,
  queryFn: ({ signal }) => call(listStatements, {}, signal),
})

export function useStatement() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: async (file: File) =>
      call(sendStatement, { body: { fileName: file.name.slice(0, 200), content: await toBase64(file) } }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: statementsKey }),
  })
}
