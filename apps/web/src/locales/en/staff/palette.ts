import type { StaffWords } from '../../ru/staff/index.ts'

export const palette = {
  title: 'Find',
  label: 'Section, account, address, number',
  placeholder: 'For example: letters, or свободы 12-45',
  sections: 'Sections',
} satisfies StaffWords['palette']
