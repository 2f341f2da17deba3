import type { ServicesWords } from '../ru/services.ts'

export const services: ServicesWords = {
  lead: 'All of this can be done from a phone or a computer.',
  cabinet: 'My account',
  cabinetHint:
    'Your meters, their verification dates and sending readings. You need the account number, house and flat',
  calculator: 'What water costs',
  calculatorHint: 'A month by the meter, without readings, or with a verification that has run out',
  offices: 'Offices and appointments',
  officesHint: 'Addresses, hours and phones; make an appointment',
}
