import type { ServicesWords } from '../ru/services.ts'

export const services: ServicesWords = {
  lead: 'All of this can be done from a phone or a computer.',
  cabinet: 'My account',
  cabinetHint:
    'Your meters, their verification dates and sending readings. You need the account number, house and flat',
  requests: 'Requests and letters',
  requestsHint: 'Have a meter sealed, call an inspector, recalculate, write to us',
  track: 'My request by number and code',
  trackHint: 'See how it goes and answer a question',
  calculator: 'What water costs',
  calculatorHint: 'A month by the meter, without readings, or with a verification that has run out',
  appointments: 'Appointments',
  appointmentsHint: 'Choose an office, a day and a time, and come without waiting',
  outages: 'Water outages',
  outagesHint: 'Where there is no water, and where it will be cut off: find by address',
  news: 'News',
  newsHint: 'What is new at the water utility',
  documents: 'Documents',
  documentsHint: 'Sample contracts and statements; statements can be downloaded filled in',
  offices: 'Offices and appointments',
  officesHint: 'Addresses, hours and phones; make an appointment',
}
