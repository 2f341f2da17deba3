import { listDocuments } from '@rodnik/contract/library'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../../lib/call.ts'

export const libraryQuery = queryOptions({
  queryKey: ['library'],
  queryFn: ({ signal }) => call(listDocuments, {}, signal),
})
