import type { DayVisit, District } from '@rodnik/contract/staff-visits'
import { Link } from 'react-router'
import { useSpeech } from '../../lib/language.tsx'
import { useStaffWords } from '../../lib/staff-words.ts'
import { TableFrame } from '../../ui/staff/table-frame.tsx'

type Props = {
  visits: readonly DayVisit[]
  districts: readonly District[]
  /** Which are to be assigned; null: this member assigns none. */
  chosen: ReadonlySet<string> | null
  onChoose: (ids: string[], isChosen: boolean) => void
}

/** The visits of a day, window by window along the streets. */
export function DayTable({ visits, districts, chosen, onChoose }: Props) {
  const { visits: words } = useStaffWords()
  const { when, where, what, who, state } = words.columns
  const open = visits.filter((visit) => visit.state === 'booked').map(({ id }) => id)
  const columns = [...(chosen ? [words.columns.choose] : []), when, where, what, who, state]
  return (
    <>
      {chosen && open.length > 0 && (
        <label className="choice">
          <input
            type="checkbox"
            checked={open.every((id) => chosen.has(id))}
            onChange={({ target }) => onChoose(open, target.checked)}
          />
          {words.chooseAll}
        </label>
      )}
      <TableFrame label={words.list} columns={columns}>
        {visits.map((visit) => (
          <VisitRow
            key={visit.id}
            visit={visit}
            districts={districts}
            isChosen={chosen && chosen.has(visit.id)}
            onChoose={(isChosen) => onChoose([visit.id], isChosen)}
          />
        ))}
      </TableFrame>
    </>
  )
}

type RowProps = {
  visit: DayVisit
  districts: readonly District[]
  isChosen: boolean | null
  onChoose: (isChosen: boolean) => void
}

function VisitRow({ visit, districts, isChosen, onChoose }: RowProps) {
  const { visits: words } = useStaffWords()
  const { language } = useSpeech()
  const district = districts.find(({ code }) => code === visit.district)
  const { account, request, inspector } = visit
  return (
    <tr className={visit.isLate ? 'late' : undefined}>
      {isChosen !== null && (
        <td>
          <input
            type="checkbox"
            aria-label={words.chooseOne(account.address)}
            checked={isChosen}
            disabled={visit.state !== 'booked'}
            onChange={({ target }) => onChoose(target.checked)}
          />
        </td>
      )}
      <td className="nowrap">
        {visit.from}–{visit.to}
      </td>
      <td>
        <Link to={`/staff/accounts/${account.id}`}>{account.address}</Link>
        <span className="below">{district && (language === 'ru' ? district.nameRu : district.nameEn)}</span>
      </td>
      <td>
        {words.kinds[request.kind]}
        <Link className="below" to={`/staff/requests/${request.id}`}>
          {request.number}
        </Link>
      </td>
      <td>{inspector?.name ?? words.nobody}</td>
      <td>
        <VisitMark visit={visit} />
      </td>
    </tr>
  )
}

const TONES = { booked: undefined, done: 'tag ok', missed: 'tag warn', cancelled: undefined } as const

function VisitMark({ visit }: { visit: DayVisit }) {
  const { visits: words } = useStaffWords()
  if (visit.isLate) return <span className="tag stop">{words.late}</span>
  return (
    <span className={TONES[visit.state]}>
      {words.states[visit.state]}
      {visit.missedBy && `, ${words.missedBy[visit.missedBy]}`}
      {visit.actNumber && `, № ${visit.actNumber}`}
    </span>
  )
}
