import type { NewGrant } from '@rodnik/contract/staff-integrator-rights'
import type { GrantTarget } from '@rodnik/contract/staff-integrators'
import { accountDigits, accountNumberFault } from '../../lib/account-number.ts'
import { textOf } from '../../lib/form-text.ts'
import { wrongNumbers } from './typed-terms.ts'

export type TargetKind = GrantTarget['kind']

function typedTarget(data: FormData, kind: TargetKind): GrantTarget {
  if (kind === 'account') return { kind, number: accountDigits(textOf(data, 'number')) }
  if (kind === 'organisation') {
    return { kind, inn: textOf(data, 'inn'), kpp: textOf(data, 'kpp').toUpperCase() }
  }
  return { kind, street: textOf(data, 'street'), house: textOf(data, 'house') }
}

export const typedGrant = (data: FormData, kind: TargetKind): NewGrant => ({
  target: typedTarget(data, kind),
  document: textOf(data, 'document'),
  from: textOf(data, 'from'),
  until: textOf(data, 'until') || null,
})

export type GrantField = 'number' | 'inn' | 'kpp' | 'street' | 'house' | 'document' | 'from' | 'until'

function wrongTarget(target: GrantTarget): GrantField[] {
  if (target.kind === 'account') return accountNumberFault(target.number) ? ['number'] : []
  if (target.kind === 'organisation') return wrongNumbers({ inn: target.inn, kpp: target.kpp })
  return (['street', 'house'] as const).filter((field) => target[field] === '')
}

/** The fields that have to be mended; what is not there the server says. */
export const wrongGrant = ({ target, document, from, until }: NewGrant): GrantField[] => [
  ...wrongTarget(target),
  ...(document === '' ? (['document'] as const) : []),
  ...(from === '' ? (['from'] as const) : []),
  ...(until !== null && until < from ? (['until'] as const) : []),
]
