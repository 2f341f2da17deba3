import type { StaffRole } from '@rodnik/contract/endpoint'
import type { StaffWords } from '../../locales/ru/staff/index.ts'

export type Section = {
  name: keyof StaffWords['frame']['sections']
  to: string
  roles: readonly StaffRole[]
  /** «g» and then this key leads there; the key as it stands on the keyboard, whatever language is typed. */
  key: `Key${string}`
}

export type SectionGroup = { name: keyof StaffWords['frame']['groups']; sections: readonly Section[] }

const EVERYONE = ['operator', 'clerk', 'inspector', 'administrator'] as const

/** The navigation. The server decides who may do what; a section without its role is only not offered. */
export const groups: readonly SectionGroup[] = [
  {
    name: 'customers',
    sections: [
      { name: 'search', to: '/staff', roles: EVERYONE, key: 'KeyS' },
      {
        name: 'accounts',
        to: '/staff/registers/accounts',
        roles: ['operator', 'clerk', 'administrator'],
        key: 'KeyU',
      },
      { name: 'meters', to: '/staff/registers/meters', roles: EVERYONE, key: 'KeyE' },
      {
        name: 'organisations',
        to: '/staff/organisations',
        roles: ['operator', 'administrator'],
        key: 'KeyO',
      },
      { name: 'imports', to: '/staff/imports', roles: ['clerk', 'administrator'], key: 'KeyF' },
    ],
  },
  {
    name: 'work',
    sections: [
      { name: 'requests', to: '/staff/requests', roles: EVERYONE, key: 'KeyQ' },
      { name: 'queue', to: '/staff/appointments', roles: ['operator', 'administrator'], key: 'KeyN' },
      { name: 'visits', to: '/staff/visits', roles: ['operator', 'inspector', 'administrator'], key: 'KeyI' },
      { name: 'reviews', to: '/staff/reviews', roles: ['operator', 'clerk', 'administrator'], key: 'KeyV' },
      { name: 'schedules', to: '/staff/schedules', roles: ['administrator'], key: 'KeyH' },
    ],
  },
  {
    name: 'money',
    sections: [
      { name: 'billing', to: '/staff/billing', roles: ['clerk', 'administrator'], key: 'KeyB' },
      { name: 'payments', to: '/staff/payments', roles: ['operator', 'clerk', 'administrator'], key: 'KeyP' },
      { name: 'registries', to: '/staff/registries', roles: ['clerk', 'administrator'], key: 'KeyR' },
      { name: 'differences', to: '/staff/differences', roles: ['clerk', 'administrator'], key: 'KeyD' },
      { name: 'terminals', to: '/staff/terminals', roles: ['administrator'], key: 'KeyK' },
      { name: 'reference', to: '/staff/reference', roles: EVERYONE, key: 'KeyT' },
    ],
  },
  {
    name: 'console',
    sections: [
      { name: 'letters', to: '/staff/letters', roles: ['operator', 'administrator'], key: 'KeyL' },
      { name: 'audit', to: '/staff/audit', roles: ['administrator'], key: 'KeyA' },
      { name: 'members', to: '/staff/members', roles: ['administrator'], key: 'KeyM' },
    ],
  },
]
