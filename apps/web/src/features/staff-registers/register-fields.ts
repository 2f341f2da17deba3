import type { AccountsFilter, MetersFilter, RegisterName } from '@rodnik/contract/registers'

type FilterName = keyof AccountsFilter | keyof MetersFilter
export type FilterField = { name: FilterName; kind: 'text' | 'digits' | 'tick'; maxLength?: number }

/** What each register is filtered by, as the form shows it. A new register is a line here and its words. */
export const FIELDS: Record<RegisterName, readonly FilterField[]> = {
  accounts: [
    { name: 'street', kind: 'text', maxLength: 100 },
    { name: 'debtOver', kind: 'digits', maxLength: 7 },
    { name: 'noMeter', kind: 'tick' },
    { name: 'accountlessOff', kind: 'tick' },
    { name: 'closed', kind: 'tick' },
  ],
  meters: [
    { name: 'street', kind: 'text', maxLength: 100 },
    { name: 'dueWithin', kind: 'digits', maxLength: 3 },
    { name: 'silentFor', kind: 'digits', maxLength: 2 },
    { name: 'expired', kind: 'tick' },
    { name: 'failed', kind: 'tick' },
    { name: 'notSealed', kind: 'tick' },
  ],
}

export type RegisterFilter = Record<string, string>

/** What of an address, or of a form, is a filter: what the register does not know is left out. */
export function filterOf(register: RegisterName, read: (name: string) => string): RegisterFilter {
  const values = FIELDS[register].map(({ name, kind }) => {
    const typed = read(name).trim()
    return [name, kind === 'digits' ? typed.replace(/^0+/, '') : typed] as const
  })
  return Object.fromEntries(values.filter(([, value]) => value !== ''))
}

/** Fields whose value the register would refuse. */
export const faultyFields = (register: RegisterName, filter: RegisterFilter): string[] =>
  FIELDS[register]
    .filter(({ name, kind }) => kind === 'digits' && !/^\d*$/.test(filter[name] ?? ''))
    .map(({ name }) => name)
