import type { TroubledLetter } from '@rodnik/contract/staff-letters'
import { useStaffWords } from '../../lib/staff-words.ts'
import { useCityTime } from '../../lib/use-city-time.ts'
import { StaffFailure } from '../../ui/staff/staff-failure.tsx'
import { TableFrame } from '../../ui/staff/table-frame.tsx'
import { useLetterRetry } from './letters.queries.ts'

export function LettersTable({ letters }: { letters: TroubledLetter[] }) {
  const { columns, list } = useStaffWords().letters
  return (
    <TableFrame label={list} columns={[columns.to, columns.about, columns.state, columns.at, columns.action]}>
      {letters.map((letter) => (
        <LetterLine key={letter.id} letter={letter} />
      ))}
    </TableFrame>
  )
}

function LetterLine({ letter }: { letter: TroubledLetter }) {
  const { letters: words } = useStaffWords()
  const { moment } = useCityTime()
  return (
    <tr>
      <th scope="row">{letter.to}</th>
      <td>{words.templates[letter.template] ?? letter.template}</td>
      <td>
        {words.states[letter.state]}, {words.attempts(letter.attempts)}
        {letter.reason !== null && <div className="unknown">{letter.reason}</div>}
      </td>
      <td>{moment(letter.createdAt)}</td>
      <td>{letter.state === 'waiting' && <RetryButton letter={letter} />}</td>
    </tr>
  )
}

function RetryButton({ letter }: { letter: TroubledLetter }) {
  const { letters: words } = useStaffWords()
  const { mutate, error, isPending, isSuccess } = useLetterRetry(letter.id)
  if (isSuccess) return <output>{words.retried}</output>
  return (
    <>
      {error && <StaffFailure error={error} />}
      <button
        type="button"
        className="tool"
        aria-label={`${words.retry}: ${letter.to}`}
        aria-disabled={isPending}
        onClick={() => mutate()}
      >
        {words.retry}
      </button>
    </>
  )
}
