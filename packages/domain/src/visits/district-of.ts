import { type HouseLimits, isWithin } from '../addresses/house-limits.ts'

/** A street of a district, or a part of one: houses of so many, of one side. */
export type DistrictStreet = HouseLimits & { district: string; streetKey: string }

type House = { streetKey: string; house: string }

/** The district of a house: the narrowest row that has it; undefined: no row has. */
export function districtOf(
  streets: readonly DistrictStreet[],
  { streetKey, house }: House,
): string | undefined {
  const fitting = streets.filter((street) => street.streetKey === streetKey && isWithin(street, house))
  return fitting.toSorted((a, b) => breadth(a) - breadth(b))[0]?.district
}

const WHOLE_STREET = 10_000

const breadth = ({ houseFrom, houseTo, side }: DistrictStreet): number =>
  ((houseTo ?? WHOLE_STREET) - (houseFrom ?? 0)) * (side === null ? 2 : 1)
