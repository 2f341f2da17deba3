import { downloadVisitAct, downloadVisitPhoto, showVisitPhoto } from '@rodnik/contract/staff-visits'
import { useQuery } from '@tanstack/react-query'
import { addressOf } from '../../lib/ask-once.ts'
import { useStaffWords } from '../../lib/staff-words.ts'
import { photosQuery } from './visits.queries.ts'

/** What came of a visit: its act, and what was photographed. */
export function VisitAct({ visitId, number }: { visitId: string; number: string }) {
  const { visits: words } = useStaffWords()
  const { data } = useQuery(photosQuery(visitId))
  const photos = data?.photos ?? []
  return (
    <>
      <p>
        <a href={addressOf(downloadVisitAct, { params: { id: visitId } })}>{words.act(number)}</a>
      </p>
      {photos.length > 0 && (
        <ul className="visit-photos">
          {photos.map(({ id }, i) => {
            const params = { id: visitId, photoId: id }
            return (
              <li key={id}>
                <a href={addressOf(downloadVisitPhoto, { params })}>
                  <img src={addressOf(showVisitPhoto, { params })} alt={words.photo(i + 1)} />
                </a>
              </li>
            )
          })}
        </ul>
      )}
    </>
  )
}
