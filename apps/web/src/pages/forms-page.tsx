import {
  downloadGuestForm,
  downloadMyForm,
  type LibraryDocument,
  type LibraryShelf,
} from '@rodnik/contract/library'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import { libraryQuery } from '../features/library/library.queries.ts'
import { Shelves, type Source } from '../features/library/shelves.tsx'
import { addressOf } from '../lib/ask-once.ts'
import { useLibraryWords } from '../lib/library-words.ts'
import { takeFile } from '../lib/take-file.ts'
import { Loaded } from '../ui/loaded.tsx'
import { Page } from '../ui/page.tsx'

/** Forms with the facts of an account that the person may see. */
export function MyFormsPage() {
  const { filled } = useLibraryWords()
  const { accountId = '' } = useParams()
  return (
    <FormsPage
      lead={filled.lead}
      cabinet={`/my/accounts/${accountId}`}
      sourceOf={({ id }) => {
        const request = { params: { accountId, documentId: id } }
        return { address: addressOf(downloadMyForm, request), take: () => takeFile(downloadMyForm, request) }
      }}
    />
  )
}

/** Forms with what was typed at the entry. */
export function GuestFormsPage() {
  const { filled } = useLibraryWords()
  return (
    <FormsPage
      lead={filled.guestLead}
      cabinet="/cabinet"
      sourceOf={({ id }) => {
        const request = { params: { documentId: id } }
        return {
          address: addressOf(downloadGuestForm, request),
          take: () => takeFile(downloadGuestForm, request),
        }
      }}
    />
  )
}

type Props = { lead: string; cabinet: string; sourceOf: (document: LibraryDocument) => Source }

const formsOf = (shelves: readonly LibraryShelf[]): LibraryShelf[] =>
  shelves
    .map((shelf) => ({ ...shelf, documents: shelf.documents.filter(({ isForm }) => isForm) }))
    .filter(({ documents }) => documents.length > 0)

function FormsPage({ lead, cabinet, sourceOf }: Props) {
  const words = useLibraryWords()
  const query = useQuery(libraryQuery)
  return (
    <Loaded query={query}>
      {({ sections }) => (
        <Page title={words.filled.title} lead={formsOf(sections).length === 0 ? words.empty : lead}>
          <Shelves shelves={formsOf(sections)} sourceOf={sourceOf} />
          <p className="actions">
            <Link to={cabinet}>{words.filled.back}</Link>
          </p>
        </Page>
      )}
    </Loaded>
  )
}
