import type { Foreign, ownThings } from './city.ts'
import { OBJECTS, OWN, RICHER, VALUES, WRONG_KIND } from './objects.ts'
import type { Operation } from './operations.ts'

type Own = Awaited<ReturnType<typeof ownThings>>
type Choice = 'foreign' | 'own' | 'wrong_kind'

/** The ends of the path up to a parameter, the longest first: /a/b/{c} → a/b/{c}, b/{c}. */
const endsOf = (path: string): string[] => {
  const segments = path.split('/').filter(Boolean)
  return segments.slice(0, -1).map((_, i) => segments.slice(i).join('/'))
}

const lookUp = <T>(table: Record<string, T>, upTo: string): T | undefined =>
  endsOf(upTo)
    .map((end) => table[end])
    .find((found) => found !== undefined)

type Place = { upTo: string; parameter: string }

const placesOf = (path: string): Place[] =>
  [...path.matchAll(/\{\w+\}/g)].map(([parameter]) => ({
    upTo: path.slice(0, path.indexOf(parameter) + parameter.length),
    parameter,
  }))

const isObject = ({ upTo }: Place) => lookUp(VALUES, upTo) === undefined

/** Ids that the tables do not know. */
export const unknownIds = ({ path }: Operation): string[] =>
  placesOf(path)
    .filter(({ upTo }) => lookUp(VALUES, upTo) === undefined && lookUp(OBJECTS, upTo) === undefined)
    .map(({ upTo }) => upTo)

const richer = (path: string, { upTo }: Place) =>
  Object.entries(RICHER).find(([start]) => start.startsWith(upTo) && path.startsWith(start))?.[1]

export function addresses(foreign: Foreign, own: Own) {
  const valueOf = (path: string, place: Place, choice: Choice): string => {
    const plain = lookUp(VALUES, place.upTo)
    if (plain !== undefined) return plain
    if (choice === 'own') return lookUp(OWN, place.upTo)?.(own) ?? ''
    const first = choice === 'wrong_kind' ? lookUp(WRONG_KIND, place.upTo) : richer(path, place)
    const find = first ?? lookUp(OBJECTS, place.upTo)
    return find?.(foreign) ?? ''
  }
  const fill = (path: string, choose: (i: number) => Choice) =>
    placesOf(path).reduce(
      (filled, place, i) => filled.replace(place.parameter, valueOf(path, place, choose(i))),
      path,
    )
  return {
    /** All of it somebody else's. */
    foreign: ({ path }: Operation) => fill(path, () => 'foreign'),
    /** The caller's own parent, and somebody else's child of it; undefined when the path has no child. */
    mixed: ({ path }: Operation) => {
      const objects = placesOf(path).filter(isObject)
      return objects.length > 1 ? fill(path, (i) => (i === 0 ? 'own' : 'foreign')) : undefined
    },
    /** Of another kind than the path is for; undefined when there is none. */
    wrongKind: ({ path }: Operation) =>
      placesOf(path).some(({ upTo }) => lookUp(WRONG_KIND, upTo))
        ? fill(path, () => 'wrong_kind')
        : undefined,
  }
}
