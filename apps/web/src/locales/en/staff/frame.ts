import type { StaffWords } from '../../ru/staff/index.ts'

export const frame = {
  console: 'Staff console',
  toSearch: 'Rodnik Staff console: search',
  menu: 'Sections of the console',
  sections: {
    search: 'Search',
    requests: 'Requests',
    reviews: 'On review',
    organisations: 'Organisations',
    queue: 'Appointments',
    schedules: 'Schedules',
    reference: 'Tariffs and rules',
    billing: 'Charges',
    registries: 'Bank payments',
    payments: 'Payments',
    differences: 'Reconciliation',
    terminals: 'Terminals',
    letters: 'Letters',
    audit: 'Audit log',
    members: 'Staff',
  },
  roles: {
    operator: 'operator',
    clerk: 'billing clerk',
    inspector: 'inspector',
    administrator: 'administrator',
  },
  leave: 'Sign out',
  notStaff: {
    title: 'This is the staff console',
    text: 'You are signed in as a customer. To work here, sign out and sign in as a member of staff.',
    leave: 'Sign out and sign in as staff',
  },
  notAllowed: {
    title: 'This section is not open to you',
    text: 'The administrator of the console gives rights.',
  },
  notFound: {
    title: 'There is no such page',
    text: 'Perhaps the address has a typing mistake.',
    home: 'To search',
  },
  cancel: 'Cancel',
  failed: {
    offline: 'No connection to the server. Check the internet and press again.',
    not_allowed: 'You have no right to do this.',
    not_found: 'It is no longer there: reload the page.',
    tooOften: (wait: string) => `Too many attempts. Try again in ${wait}.`,
    ours: 'A fault of the server, not yours. Wait a minute and press again; if that does not help, tell an administrator.',
    other: 'It did not work. Reload the page and try again.',
  },
} satisfies StaffWords['frame']
