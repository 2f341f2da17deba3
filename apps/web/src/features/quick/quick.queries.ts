import { type QuickSubmission, submitQuickly } from '@rodnik/contract/submissions'
import { useMutation } from '@tanstack/react-query'
import { call } from '../../lib/call.ts'
import type { Intention } from '../../lib/intention.ts'

export function useSubmitQuickly() {
  return useMutation({
    mutationFn: ({ key, body }: Intention<QuickSubmission>) =>
      call(submitQuickly, { headers: { 'idempotency-key': key }, body }),
  })
}
