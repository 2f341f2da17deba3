import { downloadVerification, showConsumption } from '@rodnik/contract/consumption'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../../lib/call.ts'
import type { Language } from '../../lib/languages.ts'
import { takeFile } from '../../lib/take-file.ts'

export const consumptionQuery = (accountId: string) =>
  queryOptions({
    queryKey: ['consumption', accountId],
    queryFn: ({ signal }) => call(showConsumption, { params: { accountId } }, signal),
  })

export const takeVerification = (accountId: string, meterId: string, language: Language) =>
  takeFile(downloadVerification, { params: { accountId, meterId }, querystring: { language } })
