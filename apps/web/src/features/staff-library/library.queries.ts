import * as contract from '@rodnik/contract/staff-library'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../lib/call.ts'
import { sendUpload } from '../../lib/send-upload.ts'
import { useKeyedMutation } from '../../lib/use-keyed-mutation.ts'

const libraryKey = ['staff', 'documents'] as const

export const libraryQuery = queryOptions({
  queryKey: libraryKey,
  queryFn: ({ signal }) => call(contract.listStaffDocuments, {}, signal),
})

type NewDocument = { facts: contract.DocumentFacts; attachmentId: string }

export const useNewDocument = () =>
  useKeyedMutation({
    name: 'intention.document',
    key: libraryKey,
    send: (body: NewDocument, headers) => call(contract.addDocument, { headers, body }),
  })

function useLibraryMutation<Wish, Answer>(change: (wish: Wish) => Promise<Answer>) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSettled: () => queryClient.invalidateQueries({ queryKey: libraryKey }),
  })
}

export const useDocumentChange = (id: string) =>
  useLibraryMutation((body: { version: number; facts: contract.DocumentFacts }) =>
    call(contract.changeDocument, { params: { id }, body }),
  )

export const useFileReplacement = (id: string) =>
  useLibraryMutation((body: { version: number; attachmentId: string }) =>
    call(contract.replaceDocumentFile, { params: { id }, body }),
  )

export const useStanding = () =>
  useLibraryMutation(({ id, ...body }: { id: string; version: number; isPublished: boolean }) =>
    call(contract.showOrHideDocument, { params: { id }, body }),
  )

/** Sends a document by the door of the library; its id is for the document that takes it. */
export const useDocumentUpload = (onShare: (share: number) => void) =>
  useMutation({
    mutationFn: (file: File) => sendUpload({ scope: 'library', name: file.name }, file, onShare),
  })
