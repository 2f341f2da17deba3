/** What is known of whoever fills in a form; null is left to be written by hand. */
export type FormFacts = {
  account: string | null
  address: string | null
  holder: string | null
  phone: string | null
  date: string | null
  provider: string | null
}

const PLACE = /\{(account|address|holder|phone|date|provider)\}/g

/** As long as what is written there by hand. */
const LINE_LENGTHS: Record<keyof FormFacts, number> = {
  account: 20,
  address: 46,
  holder: 40,
  phone: 18,
  date: 20,
  provider: 30,
}

/** A line of a form with what is known in its places, and lines to write on in the others. */
export const fillPlaces = (text: string, facts: FormFacts): string =>
  text.replaceAll(PLACE, (_, place: keyof FormFacts) => facts[place] ?? '_'.repeat(LINE_LENGTHS[place]))

/** The places of a text that no form has: {adress}. */
export const unknownPlaces = (text: string): string[] =>
  (text.match(/\{[^}]*\}?/g) ?? []).filter((place) => place.replaceAll(PLACE, '') !== '')
