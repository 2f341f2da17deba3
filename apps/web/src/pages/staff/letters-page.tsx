import { TroubledState } from '@rodnik/contract/staff-letters'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import { lettersQuery } from '../../features/staff-letters/letters.queries.ts'
import { LettersTable } from '../../features/staff-letters/letters-table.tsx'
import { useStaffWords } from '../../lib/staff-words.ts'
import { Page } from '../../ui/page.tsx'
import { FoundList } from '../../ui/staff/found-list.tsx'

export function LettersPage() {
  const { letters: words } = useStaffWords()
  const [params, setParams] = useSearchParams()
  const chosen = TroubledState.safeParse(params.get('state'))
  const state = chosen.success ? chosen.data : undefined
  const found = useInfiniteQuery(lettersQuery(state))
  return (
    <Page title={words.title} lead={words.lead}>
      <p className="head">
        <label className="choice">
          {words.filter}
          <select
            value={state ?? ''}
            onChange={({ target }) =>
              setParams(target.value === '' ? {} : { state: target.value }, { replace: true })
            }
          >
            <option value="">{words.all}</option>
            {TroubledState.options.map((option) => (
              <option key={option} value={option}>
                {words.states[option]}
              </option>
            ))}
          </select>
        </label>
      </p>
      <FoundList query={found} itemsOf={({ letters }) => letters} none={words.none} more={words.more}>
        {(letters) => <LettersTable letters={letters} />}
      </FoundList>
    </Page>
  )
}
