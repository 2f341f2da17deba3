import { spell } from '../addresses/spelling.ts'

/** How people and files write the kind of a street, and what it is. */
const KINDS: Record<string, string> = {
  УЛ: 'УЛИЦА',
  УЛИЦА: 'УЛИЦА',
  ПР: 'ПРОСПЕКТ',
  'ПР-Т': 'ПРОСПЕКТ',
  'ПР-КТ': 'ПРОСПЕКТ',
  ПРОСП: 'ПРОСПЕКТ',
  ПРОСПЕКТ: 'ПРОСПЕКТ',
  Ш: 'ШОССЕ',
  ШОССЕ: 'ШОССЕ',
  ПЕР: 'ПЕРЕУЛОК',
  ПЕРЕУЛОК: 'ПЕРЕУЛОК',
  ТРАКТ: 'ТРАКТ',
  ПЛ: 'ПЛОЩАДЬ',
  ПЛОЩАДЬ: 'ПЛОЩАДЬ',
  НАБ: 'НАБЕРЕЖНАЯ',
  НАБЕРЕЖНАЯ: 'НАБЕРЕЖНАЯ',
  'Б-Р': 'БУЛЬВАР',
  БУЛЬВАР: 'БУЛЬВАР',
}

/** One spelling for «пр. Победы», «проспект Победы» and «Победы пр-кт»: the kind first. */
export function streetKey(street: string): string {
  const words = spell(street)
    .replaceAll(/[.,«»"]/g, ' ')
    .split(/\s+/)
    .filter((word) => word !== '')
  const at = words.findIndex((word) => KINDS[word] !== undefined)
  const kind = words[at] === undefined ? 'УЛИЦА' : KINDS[words[at]]
  return [kind, ...words.filter((_, i) => i !== at)].join(' ')
}
