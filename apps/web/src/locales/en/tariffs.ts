import type { TariffsWords } from '../ru/tariffs.ts'

export const tariffs: TariffsWords = {
  title: 'Prices of water',
  lead: 'The price of a cubic metre: now, before, and to come where it is set already. Acts are named in Russian.',
  services: { cold_water: 'Cold water', wastewater: 'Wastewater' },
  groups: { residents: 'Residents', others: 'Organisations and others' },
  now: 'now',
  coming: 'to come',
  from: (day) => `from ${day}`,
  between: (from, to) => `from ${from} to ${to}`,
  withVat: 'VAT included',
  withoutVat: 'without VAT',
  calculator: 'Reckon what a month would cost',
  empty: 'Prices will be here soon.',
}
