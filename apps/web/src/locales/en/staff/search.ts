import type { StaffWords } from '../../ru/staff/index.ts'

export const search = {
  title: 'Search',
  label: 'Account number, address, surname, phone or e-mail',
  hint: 'For example: 3140012, свободы 12-45, Петрова А, 8 912 345-67-89. The “/” key leads here, the down arrow to what was found.',
} satisfies StaffWords['search']
