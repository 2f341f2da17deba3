/** What of a request is written into the places of an answer. */
export type RequestPlaces = { number: string; dueOn: string; address: string | null }

const PLACE = /\{([^{}\n]{1,20})\}/g

const asWritten = (iso: string) => iso.split('-').toReversed().join('.')

/** The places that answers have, by both names; one that the request has nothing for stays as it stands. */
function valueOf(name: string, { number, dueOn, address }: RequestPlaces): string | null {
  switch (name.trim().toLowerCase()) {
    case 'номер':
    case 'number':
      return number
    case 'срок':
    case 'due':
      return asWritten(dueOn)
    case 'адрес':
    case 'address':
      return address
    default:
      return null
  }
}

/** An answer with number, day and address of the request in their places. */
export const filledText = (text: string, places: RequestPlaces): string =>
  text.replaceAll(PLACE, (whole, name: string) => valueOf(name, places) ?? whole)

/** Places that nobody has filled: nothing is sent with them. */
export const placesLeft = (text: string): string[] => [...text.matchAll(PLACE)].map(([whole]) => whole)
