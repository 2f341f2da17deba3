import type { FoundGroup } from '@rodnik/contract/staff-search'
import { accountNumberOnPaper } from '../../lib/account-number.ts'
import type { OptionGroup } from '../../ui/staff/option-list.tsx'
import { pageOf } from './page-of.ts'

/** Of each kind, as many as one looks over; the page of the search has the rest. */
const MOST_OF_A_KIND = 5

type SectionLink = { name: string; to: string }

const plain = (text: string) => text.trim().toLowerCase().replaceAll('ё', 'е')

/** Sections any of whose words begins as typed. */
const matching = (sections: readonly SectionLink[], typed: string) =>
  sections.filter(({ name }) => ` ${plain(name)}`.includes(` ${plain(typed)}`))

type Sources = {
  sections: readonly SectionLink[]
  found: readonly FoundGroup[]
  typed: string
  words: { sections: string; kinds: Record<FoundGroup['kind'], string> }
}

/** What one may choose: sections by their words, then what was found, kind by kind. */
export function paletteGroups({ sections, found, typed, words }: Sources): OptionGroup[] {
  const leading = matching(sections, typed).map(({ name, to }) => ({ id: to, name, about: '', to }))
  const things = found.map(({ kind, found: all }) => ({
    name: words.kinds[kind],
    options: all.slice(0, MOST_OF_A_KIND).map(({ id, day, name, place, person }) => ({
      id: `${kind}-${id}-${name}`,
      name: kind === 'account' ? accountNumberOnPaper(name) : name,
      about: [place, person].filter((part) => part !== '').join(', '),
      to: pageOf(kind, { id, day }),
    })),
  }))
  return [{ name: words.sections, options: leading }, ...things].filter(({ options }) => options.length > 0)
}
