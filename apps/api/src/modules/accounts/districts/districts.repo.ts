import type { District } from '@rodnik/contract/staff-visits'
import type { DistrictStreet } from '@rodnik/domain/visits/district-of'
import { streetKey } from '@rodnik/domain/visits/street-key'
import type { Tx } from '../../../platform/db.ts'
import type { DistrictInFile } from './district-files.ts'

export const findDistricts = (tx: Tx): Promise<District[]> =>
  tx.district.findMany({
    orderBy: { position: 'asc' },
    select: { code: true, nameRu: true, nameEn: true },
  })

/** The rows of the street that premises are on, and the district of streets that nobody has entered. */
export async function findStreets(
  tx: Tx,
  street: string,
): Promise<{ streets: DistrictStreet[]; fallback: string | undefined }> {
  const rows = await tx.districtStreet.findMany({ where: { streetKey: streetKey(street) } })
  const fallback = await tx.district.findFirst({ where: { isDefault: true }, select: { code: true } })
  return {
    streets: rows.map(({ districtCode, streetKey: key, houseFrom, houseTo, side }) => ({
      district: districtCode,
      streetKey: key,
      houseFrom,
      houseTo,
      side: side as DistrictStreet['side'],
    })),
    fallback: fallback?.code,
  }
}

type Placed = DistrictInFile & { position: number }

const rowsOf = ({ code, streets }: DistrictInFile) =>
  streets.map(({ street, houseFrom = null, houseTo = null, side = null }) => ({
    districtCode: code,
    street,
    streetKey: streetKey(street),
    houseFrom,
    houseTo,
    side,
  }))

/** @returns whether anything was not as the file has it */
export async function saveDistrict(tx: Tx, district: Placed): Promise<boolean> {
  const { code, name, isDefault, position } = district
  const facts = { nameRu: name.ru, nameEn: name.en, isDefault, position }
  const known = await tx.district.findUnique({ where: { code }, include: { streets: true } })
  const streets = rowsOf(district)
  if (known && isAsInFile(known, { ...facts, streets })) return false
  // Another one may still be the default: it is of the same file and comes in the same transaction.
  if (isDefault) await tx.district.updateMany({ data: { isDefault: false } })
  await tx.district.upsert({ where: { code }, create: { code, ...facts }, update: facts })
  await tx.districtStreet.deleteMany({ where: { districtCode: code } })
  await tx.districtStreet.createMany({ data: streets })
  return true
}

type Saved = {
  nameRu: string
  nameEn: string
  isDefault: boolean
  position: number
  streets: { street: string; houseFrom: number | null; houseTo: number | null; side: string | null }[]
}

function isAsInFile(known: Saved, wanted: Saved): boolean {
  const textOf = ({ nameRu, nameEn, isDefault, position, streets }: Saved) =>
    JSON.stringify([
      nameRu,
      nameEn,
      isDefault,
      position,
      streets
        .map(({ street, houseFrom, houseTo, side }) => JSON.stringify([street, houseFrom, houseTo, side]))
        .toSorted((a, b) => (a < b ? -1 : 1)),
    ])
  return textOf(known) === textOf(wanted)
}
