import { featuredStreets } from './demo-featured.ts'
import { chance } from './demo-random.ts'
import { streets } from './demo-streets.ts'

export type DemoAddress = { street: string; house: string; flat: string; use: 'flat' | 'house' | 'office' }

const PRIVATE_SHARE = 0.42
const OFFICE_SHARE = 0.08
const additions = ['', '', '', '', '', 'а', 'б', 'в', '/1', '/2', ' корп. 1', ' корп. 2', ' стр. 3', ' к. 3']

/** Houses street after street, each number once; blocks of flats among private houses and shops. Never ends. */
export function* demoAddresses(): Generator<DemoAddress> {
  const open = streets.filter((street) => !featuredStreets.has(street))
  for (let k = 0; ; k++) {
    const luck = chance(k + 1_000_003)
    const street = open[k % open.length] ?? ''
    const house = `${1 + Math.floor(k / open.length)}${luck.oneOf(additions)}`
    const kind = luck.share()
    if (kind < PRIVATE_SHARE) yield { street, house, flat: '', use: 'house' }
    else if (kind < PRIVATE_SHARE + OFFICE_SHARE) yield { street, house, flat: '', use: 'office' }
    else {
      const flats = 8 + Math.floor(luck.share() * luck.share() * 130)
      for (let flat = 1; flat <= flats; flat++) yield { street, house, flat: String(flat), use: 'flat' }
    }
  }
}
