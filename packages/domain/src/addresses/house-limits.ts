/** Houses of a street from a number to another one, of both sides or of one. */
export type HouseLimits = {
  houseFrom: number | null
  houseTo: number | null
  side: 'odd' | 'even' | null
}

/** Whether a house lies there by its number: 12а is the twelfth, and on the even side. */
export function isWithin({ houseFrom, houseTo, side }: HouseLimits, house: string): boolean {
  const number = Number(/\d+/.exec(house)?.[0] ?? 0)
  if (houseFrom !== null && number < houseFrom) return false
  if (houseTo !== null && number > houseTo) return false
  return side === null || (side === 'odd') === (number % 2 === 1)
}
