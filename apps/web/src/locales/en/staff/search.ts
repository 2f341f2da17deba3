import type { StaffWords } from '../../ru/staff/index.ts'

export const search = {
  title: 'Search',
  label: 'Account number, address or surname',
  labelWithContacts: 'Account number, address, surname, phone or e-mail',
  hint: 'For example: 3140012, свободы 12-45, Петрова А. The “/” key leads here, the down arrow to what was found.',
  searching: 'Searching…',
  nothing: 'Nothing was found. Check the spelling or type a part of the number.',
  found: (count: number, hasMore: boolean) =>
    hasMore ? `The first ${count} are shown. Say more.` : `Found: ${count}`,
  columns: { number: 'Account', address: 'Address', holder: 'Holder' },
  closed: 'closed',
  byContact: 'by contacts',
} satisfies StaffWords['search']
