import type { StaffWords } from '../../ru/staff/index.ts'

export const search = {
  title: 'Search',
  label: 'Account, address, surname, meter or document number',
  labelWithContacts: 'Account, address, surname, phone, e-mail, meter, organisation or document number',
  hint: 'For example: 3140012, свободы 12-45, Петрова А. The “/” key leads here, the down arrow to what was found.',
  searching: 'Searching…',
  nothing: 'Nothing was found. Check the spelling or type a part of the number.',
  found: (count: number, hasMore: boolean) =>
    hasMore ? `The first ${count} are shown. Say more.` : `Found: ${count}`,
  count: (count: number, hasMore: boolean) => (hasMore ? `first ${count}` : String(count)),
  kinds: {
    account: 'Accounts',
    meter: 'Meters',
    submission: 'Submitted readings',
    payment: 'Payments on the site',
    request: 'Requests',
    appointment: 'Appointments',
    organisation: 'Organisations',
    person: 'People of the cabinet',
  },
  columns: {
    account: ['Account', 'Address', 'Holder'],
    meter: ['Meter', 'Address', 'Holder'],
    submission: ['Number', 'Address', 'Holder'],
    payment: ['Number', 'Address', 'Holder'],
    request: ['Number', 'Address', 'Holder'],
    appointment: ['Number', 'Address', 'Holder'],
    organisation: ['Organisation', 'INN / KPP', 'Contact'],
    person: ['Name', 'Phone, e-mail', 'Found'],
  },
  over: {
    account: 'closed',
    meter: 'taken out',
    submission: '',
    payment: 'did not go through',
    request: 'closed',
    appointment: 'cancelled',
    organisation: '',
    person: 'entry closed',
  },
  by: { contact: 'by contacts', similar: 'similar address', contract: 'by the contract', name: 'by name' },
} satisfies StaffWords['search']
