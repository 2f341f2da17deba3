/** A street of a district, or a part of one: houses of so many, of one side. */
export type DistrictStreet = {
  district: string
  streetKey: string
  houseFrom: number | null
  houseTo: number | null
  side: 'odd' | 'even' | null
}

type House = { streetKey: string; house: string }

/** The district of a house: the narrowest row that has it; undefined: no row has. */
export function districtOf(
  streets: readonly DistrictStreet[],
  { streetKey, house }: House,
): string | undefined {
  const number = Number(/\d+/.exec(house)?.[0] ?? 0)
  const fitting = streets.filter((street) => street.streetKey === streetKey && has(street, number))
  return fitting.toSorted((a, b) => breadth(a) - breadth(b))[0]?.district
}

function has({ houseFrom, houseTo, side }: DistrictStreet, number: number): boolean {
  if (houseFrom !== null && number < houseFrom) return false
  if (houseTo !== null && number > houseTo) return false
  return side === null || (side === 'odd') === (number % 2 === 1)
}

const WHOLE_STREET = 10_000

const breadth = ({ houseFrom, houseTo, side }: DistrictStreet): number =>
  ((houseTo ?? WHOLE_STREET) - (houseFrom ?? 0)) * (side === null ? 2 : 1)
