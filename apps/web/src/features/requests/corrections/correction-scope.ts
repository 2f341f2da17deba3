import type { CorrectableMeter, CorrectionPreview } from '@rodnik/contract/reading-corrections'
import * as contract from '@rodnik/contract/reading-corrections'
import type { FieldsOf } from '@rodnik/contract/request-kinds/index'
import { keepPreviousData, type QueryKey, queryOptions } from '@tanstack/react-query'
import { call } from '../../../lib/call.ts'

export type WantedReadings = FieldsOf<'correction'>['readings']

/** Where the readings of an account come from, and who tells what another one would change. */
export type CorrectionScope = {
  key: QueryKey
  list: (signal: AbortSignal) => Promise<{ meters: CorrectableMeter[] }>
  preview: (readings: WantedReadings, signal: AbortSignal) => Promise<CorrectionPreview>
}

export const guestCorrections: CorrectionScope = {
  key: ['corrections', 'guest'],
  list: (signal) => call(contract.listCorrectable, {}, signal),
  preview: (readings, signal) => call(contract.previewCorrection, { body: { readings } }, signal),
}

export const myCorrections = (accountId: string): CorrectionScope => ({
  key: ['corrections', accountId],
  list: (signal) => call(contract.listMyCorrectable, { params: { accountId } }, signal),
  preview: (readings, signal) =>
    call(contract.previewMyCorrection, { params: { accountId }, body: { readings } }, signal),
})

/** Of somebody whom the office asks for. */
export const callersCorrections = (id: string): CorrectionScope => ({
  key: ['staff', 'account', id, 'corrections'],
  list: (signal) => call(contract.listCallersCorrectable, { params: { id } }, signal),
  preview: (readings, signal) =>
    call(contract.previewCallersCorrection, { params: { id }, body: { readings } }, signal),
})

export const correctableQuery = ({ key, list }: CorrectionScope) =>
  queryOptions({ queryKey: [...key, 'readings'], queryFn: ({ signal }) => list(signal) })

/** What is asked about never goes stale while it is read: the sum is worked out again when it is filed. */
const FRESH_MS = 60_000

/** What would change; what was shown stays until the next answer comes. */
export const previewQuery = ({ key, preview }: CorrectionScope, readings: WantedReadings | undefined) =>
  queryOptions({
    queryKey: [...key, 'preview', readings],
    queryFn: ({ signal }) => preview(readings ?? [], signal),
    enabled: readings !== undefined,
    placeholderData: keepPreviousData,
    staleTime: FRESH_MS,
    retry: false,
  })
