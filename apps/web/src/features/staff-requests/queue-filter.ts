import { RequestKindName } from '@rodnik/contract/request-kinds/index'
import { RequestState } from '@rodnik/contract/requests'
import type { QueueFilter } from '@rodnik/contract/staff-requests'
import { accountDigits } from '../../lib/account-number.ts'

export type AskedQueue = Omit<QueueFilter, 'cursor'>

export const STATES = ['open', ...RequestState.options, 'closed', 'any'] as const
export const DUES = ['late', 'today', '3', '7'] as const
const ASSIGNEES = ['me', 'nobody'] as const
/** What a queue is narrowed by, as it stands in the address. */
export const FILTER_NAMES = ['kind', 'state', 'due', 'assignee', 'account', 'find'] as const

const oneOf = <const T extends string>(options: readonly T[], typed: string | null): T | undefined =>
  options.find((option) => option === typed)

const dueOf = (due: (typeof DUES)[number] | undefined): Pick<AskedQueue, 'due' | 'dueWithin'> => {
  if (due === undefined) return {}
  return due === 'late' || due === 'today' ? { due } : { dueWithin: due }
}

/** What an address asks for; what nobody could have meant is left out. */
export function askedQueue(params: URLSearchParams): AskedQueue {
  const kind = oneOf(RequestKindName.options, params.get('kind'))
  const state = oneOf(STATES, params.get('state'))
  const assignee = oneOf(ASSIGNEES, params.get('assignee'))
  const account = accountDigits(params.get('account') ?? '')
  const find = (params.get('find') ?? '').trim()
  return {
    ...(kind && { kind }),
    ...(state && { state }),
    ...dueOf(oneOf(DUES, params.get('due'))),
    ...(assignee && { assignee }),
    ...(/^\d{10}$/.test(account) && { account }),
    ...(find !== '' && find.length <= 40 && { find }),
  }
}

/** The address of a queue: only what narrows it. */
export const queueAddress = (filter: Partial<Record<(typeof FILTER_NAMES)[number], string>>): string => {
  const asked = Object.entries(filter).filter(([, value]) => value !== '')
  return asked.length === 0 ? '/staff/requests' : `/staff/requests?${new URLSearchParams(asked).toString()}`
}
