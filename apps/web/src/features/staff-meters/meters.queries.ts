import * as contract from '@rodnik/contract/meter-works'
import { submitForCaller } from '@rodnik/contract/staff-readings'
import type { NewSubmission } from '@rodnik/contract/submissions'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../lib/call.ts'

export const metersQuery = (id: string) =>
  queryOptions({
    queryKey: ['staff', 'account', id, 'meters'],
    queryFn: ({ signal }) => call(contract.listMeters, { params: { id } }, signal),
  })

/** A work changes the card, its log and what recalculations are owed: all of it is asked for anew. */
function useAccountChange<Wish, Answer>(id: string, change: (wish: Wish) => Promise<Answer>) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['staff', 'account', id] }),
  })
}

export const useInstall = (id: string) =>
  useAccountChange(id, (body: contract.InstallWish) => call(contract.installMeter, { params: { id }, body }))

export const useWork = (id: string, meterId: string) =>
  useAccountChange(id, (body: contract.WorkWish) =>
    call(contract.recordWork, { params: { id, meterId }, body }),
  )

export type CallerReadings = NewSubmission & { channel: contract.SubmissionChannel; receivedOn: string }

/** One key for one window: pressed again after a broken connection, it records nothing twice. */
export const useCallerReadings = (id: string) =>
  useAccountChange(id, ({ key, ...body }: CallerReadings & { key: string }) =>
    call(submitForCaller, { params: { id }, headers: { 'idempotency-key': key }, body }),
  )
