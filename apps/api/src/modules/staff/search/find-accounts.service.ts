import type { FoundThing } from '@rodnik/contract/staff-search'
import { onStreet, type SearchQuery } from '@rodnik/domain/staff/search-query'
import type { Tx } from '../../../platform/db.ts'
import { type Finder, FOUND_LIMIT } from '../../../platform/finder.ts'
import { seesContacts } from '../../../platform/masked-contacts.ts'
import * as accounts from './account-search.repo.ts'

const MIN_WORD_LENGTH = 2
/** A shorter word has too few letters to be wrong in one and like in the others. */
const MIN_MISSPELT_LENGTH = 4
const MIN_CONTRACT_LENGTH = 2

/** A single letter of a street or a name would find half the city. */
const isTelling = ({ words, addresses }: SearchQuery) =>
  words.length > 0 && (addresses.length > 0 || words.some((word) => word.length >= MIN_WORD_LENGTH))

/** Houses and flats as typed; where there are none, those that begin so. */
async function findPlaces(db: Tx, query: SearchQuery): Promise<FoundThing[]> {
  const whole = await accounts.findByAddress(db, query, { isWhole: true })
  if (whole.length > 0 || query.addresses.length === 0) return whole
  return accounts.findByAddress(db, query, { isWhole: false })
}

/** Nothing has the typed words: then streets that look like them, the likest first. */
async function findSimilarPlaces(db: Tx, query: SearchQuery): Promise<FoundThing[]> {
  if (!query.words.some((word) => word.length >= MIN_MISSPELT_LENGTH)) return []
  const streets = await accounts.findSimilarStreets(db, query.words.join(' '))
  for (const street of streets) {
    const found = await findPlaces(db, onStreet(query, street))
    if (found.length > 0) return found.map((account) => ({ ...account, foundBy: 'similar' }))
  }
  return []
}

async function findByWords(db: Tx, query: SearchQuery): Promise<FoundThing[]> {
  if (!isTelling(query)) return []
  const [places, holders] = await Promise.all([
    findPlaces(db, query),
    query.addresses.length === 0 ? accounts.findByHolder(db, query.words) : [],
  ])
  return [...places, ...holders]
}

async function findByNumber(db: Tx, { numberStart, digits }: SearchQuery): Promise<FoundThing[]> {
  const begun = numberStart === null ? [] : await accounts.findByNumberStart(db, numberStart)
  if (digits === null || begun.length >= FOUND_LIMIT) return begun
  return [...begun, ...(await accounts.findByNumberPart(db, digits))]
}

const isContract = ({ text, words, digits }: SearchQuery) =>
  text.length >= MIN_CONTRACT_LENGTH && (words.length > 0 || digits !== null)

const asRead = new Intl.Collator('ru', { numeric: true })
const inOrder = (a: FoundThing, b: FoundThing) =>
  asRead.compare(a.place, b.place) || asRead.compare(a.name, b.name)

/** The accounts that a query can mean, in the order of their addresses; contacts count for those who see them. */
export const accountFinder: Finder = {
  kind: 'account',
  roles: ['operator', 'clerk', 'inspector', 'administrator'],
  async find(db, query, searcher) {
    const answers = await Promise.all([
      findByNumber(db, query),
      (query.phone ?? query.email) !== null && seesContacts(searcher)
        ? accounts.findByContact(db, query)
        : [],
      findByWords(db, query),
      isContract(query) ? accounts.findByContract(db, query.text) : [],
    ])
    const found = [...new Map(answers.flat().map((account) => [account.id, account])).values()]
    const similar = found.length === 0 ? await findSimilarPlaces(db, query) : []
    return [...found, ...similar].slice(0, FOUND_LIMIT).toSorted(inOrder)
  },
}
