import { listMyDocuments } from '@rodnik/contract/legal-documents'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../../lib/call.ts'

export const documentsQuery = (accountId: string) =>
  queryOptions({
    queryKey: ['documents', accountId],
    queryFn: ({ signal }) => call(listMyDocuments, { params: { accountId } }, signal),
  })
