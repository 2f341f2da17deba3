import { downloadDocument } from '@rodnik/contract/library'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { libraryQuery } from '../features/library/library.queries.ts'
import { Shelves } from '../features/library/shelves.tsx'
import { addressOf } from '../lib/ask-once.ts'
import { useLibraryWords } from '../lib/library-words.ts'
import { useSignedInMark } from '../lib/signed-in-mark.ts'
import { takeFile } from '../lib/take-file.ts'
import { Loaded } from '../ui/loaded.tsx'
import { Page } from '../ui/page.tsx'

/** Documents that everybody may download, with nothing of anybody in them. */
export function DocumentsPage() {
  const words = useLibraryWords()
  const query = useQuery(libraryQuery)
  const mark = useSignedInMark()
  return (
    <Loaded query={query}>
      {({ sections }) => (
        <Page title={words.title} lead={sections.length === 0 ? words.empty : words.lead}>
          <p>
            {words.offer}{' '}
            <Link to={mark === 'person' ? '/my' : '/cabinet/forms'}>
              {mark === 'person' ? words.chooseAccount : words.toFilled}
            </Link>
          </p>
          <Shelves
            shelves={sections}
            sourceOf={({ id }) => {
              const request = { params: { documentId: id } }
              return {
                address: addressOf(downloadDocument, request),
                take: () => takeFile(downloadDocument, request),
              }
            }}
          />
        </Page>
      )}
    </Loaded>
  )
}
