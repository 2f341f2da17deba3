import type { FoundAccount, FoundAccounts } from '@rodnik/contract/staff-accounts'
import { readSearch, type SearchQuery } from '@rodnik/domain/staff/search-query'
import type { Actor } from '../../platform/actor.ts'
import type { Deps } from '../../platform/deps.ts'
import { seesContacts } from './contacts.ts'
import { findByAddress, findByContact, findByHolder, findByNumber, MAX_FOUND } from './search.repo.ts'

const MIN_WORD_LENGTH = 2

/** A single letter of a street or a name would find half the city. */
const isTelling = ({ words, addresses }: SearchQuery) =>
  words.length > 0 && (addresses.length > 0 || words.some((word) => word.length >= MIN_WORD_LENGTH))

/** Houses and flats as typed; where there are none, those that begin so. */
async function findPlaces({ db }: Pick<Deps, 'db'>, query: SearchQuery): Promise<FoundAccount[]> {
  const whole = await findByAddress(db, query, { isWhole: true })
  if (whole.length > 0 || query.addresses.length === 0) return whole
  return findByAddress(db, query, { isWhole: false })
}

async function findAll(deps: Pick<Deps, 'db'>, actor: Actor, query: SearchQuery): Promise<FoundAccount[]> {
  const { numberStart, phone, email, words, addresses } = query
  const isByWords = isTelling(query)
  const answers = await Promise.all([
    numberStart === null ? [] : findByNumber(deps.db, numberStart),
    (phone ?? email) !== null && seesContacts(actor) ? findByContact(deps.db, query) : [],
    isByWords ? findPlaces(deps, query) : [],
    isByWords && addresses.length === 0 ? findByHolder(deps.db, words) : [],
  ])
  return [...new Map(answers.flat().map((account) => [account.id, account])).values()]
}

const asRead = new Intl.Collator('ru', { numeric: true })
const addressOf = ({ street, house, flat }: FoundAccount) => `${street} ${house} ${flat}`

/** The accounts that a query can mean, in the order of their addresses; contacts count for those who see them. */
export async function searchAccounts(
  deps: Pick<Deps, 'db'>,
  actor: Actor,
  typed: string,
): Promise<FoundAccounts> {
  const found = await findAll(deps, actor, readSearch(typed))
  const accounts = found
    .slice(0, MAX_FOUND)
    .toSorted((a, b) => asRead.compare(addressOf(a), addressOf(b)) || asRead.compare(a.number, b.number))
  return { accounts, hasMore: found.length > MAX_FOUND }
}
