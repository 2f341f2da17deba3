import type { StreetPart } from '@rodnik/contract/outages'
import type { OutageReach } from '@rodnik/contract/staff-outages'
import { reachesPremises } from '@rodnik/domain/notices/outage-address'
import { streetKey } from '@rodnik/domain/visits/street-key'
import type { Deps } from '../../../platform/deps.ts'
import { countAccountsByHouse, findStreetsWithPeople, type HouseCount } from './premises.repo.ts'

/** Whom parts of streets reach, together and each by itself. */
export async function reachOf({ db }: Pick<Deps, 'db'>, parts: readonly StreetPart[]): Promise<OutageReach> {
  const wanted = new Set(parts.map(({ street }) => streetKey(street)))
  const known = await findStreetsWithPeople(db)
  const streets = known.map(({ street }) => street).filter((street) => wanted.has(streetKey(street)))
  const houses = await countAccountsByHouse(db, streets)
  return {
    ...sumOf(houses, parts),
    parts: parts.map((part) => sumOf(houses, [part])),
  }
}

function sumOf(houses: readonly HouseCount[], parts: readonly StreetPart[]) {
  const reached = houses.filter((house) => reachesPremises(parts, house))
  return { houses: reached.length, accounts: reached.reduce((sum, { accounts }) => sum + accounts, 0) }
}
