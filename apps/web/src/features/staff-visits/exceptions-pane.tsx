import type { District, VisitException } from '@rodnik/contract/staff-visits'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useSpeech } from '../../lib/language.tsx'
import { useStaffWords } from '../../lib/staff-words.ts'
import { Pane } from '../../ui/staff/pane.tsx'
import { StaffFailure } from '../../ui/staff/staff-failure.tsx'
import { TableFrame } from '../../ui/staff/table-frame.tsx'
import { ExceptionDialog } from './exception-dialog.tsx'
import { exceptionsQuery, useExceptionEnd } from './visits.queries.ts'

type Props = { districts: readonly District[]; today: string; mayChange: boolean }

/** Days to come that are unlike their weekday. */
export function ExceptionsPane({ districts, today, mayChange }: Props) {
  const { visits: words } = useStaffWords()
  const [isAdding, setIsAdding] = useState(false)
  const { data } = useQuery(exceptionsQuery)
  const end = useExceptionEnd()
  const exceptions = data?.exceptions ?? []
  return (
    <Pane title={words.exceptions.title} isWhole>
      <p className="hint">{words.exceptions.text}</p>
      {end.error && <StaffFailure error={end.error} />}
      {exceptions.length === 0 ? (
        <p>{words.exceptions.none}</p>
      ) : (
        <TableFrame label={words.exceptions.title} columns={words.exceptions.columns}>
          {exceptions.map((exception) => (
            <ExceptionRow
              key={exception.id}
              exception={exception}
              districts={districts}
              {...(mayChange && { onEnd: () => end.mutate(exception.id) })}
            />
          ))}
        </TableFrame>
      )}
      {mayChange && (
        <p>
          <button type="button" className="quiet" onClick={() => setIsAdding(true)}>
            {words.exceptions.add}
          </button>
        </p>
      )}
      {isAdding && <ExceptionDialog districts={districts} today={today} onClose={() => setIsAdding(false)} />}
    </Pane>
  )
}

type RowProps = { exception: VisitException; districts: readonly District[]; onEnd?: () => void }

function ExceptionRow({ exception, districts, onEnd }: RowProps) {
  const { visits: words } = useStaffWords()
  const { format, language } = useSpeech()
  const { day, from, district, places, reason } = exception
  const known = districts.find(({ code }) => code === district)
  const name = known ? (language === 'ru' ? known.nameRu : known.nameEn) : words.exceptions.everywhere
  return (
    <tr>
      <td className="nowrap">{format.date(day)}</td>
      <td>{from ?? words.exceptions.allDay}</td>
      <td>{name}</td>
      <td>{places}</td>
      <td>{reason}</td>
      <td>
        {onEnd && (
          <button type="button" className="quiet" onClick={onEnd}>
            {words.exceptions.remove}
            <span className="sr"> {format.date(day)}</span>
          </button>
        )}
      </td>
    </tr>
  )
}
