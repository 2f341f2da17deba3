import type { StaffRole } from '@rodnik/contract/endpoint'
import type { StaffWords } from '../../locales/ru/staff/index.ts'

type Section = {
  name: keyof StaffWords['frame']['sections']
  to: string
  roles: readonly StaffRole[]
}

/** The navigation. The server decides who may do what; a section without its role is only not offered. */
export const sections: readonly Section[] = [
  { name: 'search', to: '/staff', roles: ['operator', 'clerk', 'inspector', 'administrator'] },
  { name: 'requests', to: '/staff/requests', roles: ['operator', 'clerk', 'inspector', 'administrator'] },
  { name: 'reviews', to: '/staff/reviews', roles: ['operator', 'clerk', 'administrator'] },
  { name: 'organisations', to: '/staff/organisations', roles: ['operator', 'administrator'] },
  { name: 'queue', to: '/staff/appointments', roles: ['operator', 'administrator'] },
  { name: 'schedules', to: '/staff/schedules', roles: ['administrator'] },
  { name: 'reference', to: '/staff/reference', roles: ['operator', 'clerk', 'inspector', 'administrator'] },
  { name: 'billing', to: '/staff/billing', roles: ['clerk', 'administrator'] },
  { name: 'registries', to: '/staff/registries', roles: ['clerk', 'administrator'] },
  { name: 'payments', to: '/staff/payments', roles: ['operator', 'clerk', 'administrator'] },
  { name: 'differences', to: '/staff/differences', roles: ['clerk', 'administrator'] },
  { name: 'terminals', to: '/staff/terminals', roles: ['administrator'] },
  { name: 'letters', to: '/staff/letters', roles: ['operator', 'administrator'] },
  { name: 'audit', to: '/staff/audit', roles: ['administrator'] },
  { name: 'members', to: '/staff/members', roles: ['administrator'] },
]
