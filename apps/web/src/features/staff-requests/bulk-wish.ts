import type { StaffWish } from '@rodnik/contract/staff-requests'
import { textOf } from '../../lib/form-text.ts'
import { linesOf } from '../../lib/lines-of.ts'

export type BulkAction = 'take' | 'handOver' | 'close'
type TypedWish = { wish: StaffWish } | { missing: 'assigneeId' | 'text' }

/** What a form wants of all that are selected, or what it lacks. */
export function wishFrom(action: BulkAction, form: FormData): TypedWish {
  if (action === 'take') return { wish: { type: 'taken', assigneeId: null } }
  if (action === 'handOver') {
    const assigneeId = textOf(form, 'assigneeId')
    return assigneeId === '' ? { missing: 'assigneeId' } : { wish: { type: 'taken', assigneeId } }
  }
  const text = linesOf(form, 'text')
  return text === '' ? { missing: 'text' } : { wish: { type: 'done', text } }
}
