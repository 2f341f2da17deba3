import { showChargeReference } from '@rodnik/contract/charge-reference'
import { chargeReference } from '@rodnik/domain/reference/charge-reference'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../../lib/call.ts'

/** What a month is charged by: one object for all that is reckoned with it. */
export const chargeReferenceQuery = (period: string) =>
  queryOptions({
    queryKey: ['charge-reference', period],
    queryFn: async ({ signal }) => {
      const { rows } = await call(showChargeReference, { params: { period } }, signal)
      const groups = rows.flatMap((row) =>
        row.kind === 'norm' && row.service === 'cold' ? [row.housingGroup] : [],
      )
      return { groups, found: chargeReference(rows, period) }
    },
    staleTime: 5 * 60_000,
  })
