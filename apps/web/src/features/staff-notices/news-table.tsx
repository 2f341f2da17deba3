import type { NewsStanding, StaffNews } from '@rodnik/contract/staff-news'
import { useSpeech } from '../../lib/language.tsx'
import { useStaffWords } from '../../lib/staff-words.ts'
import { useCityTime } from '../../lib/use-city-time.ts'
import { TableFrame } from '../../ui/staff/table-frame.tsx'

const TAGS: Record<NewsStanding, string> = {
  draft: 'quiet-tag',
  waiting: 'warn',
  live: 'ok',
  past: 'quiet-tag',
  withdrawn: 'quiet-tag',
}

type Actions = {
  isPending: boolean
  onEdit: (news: StaffNews) => void
  onStep: (news: StaffNews, step: 'publish' | 'withdraw') => void
}

export function NewsTable({ news, ...actions }: Actions & { news: readonly StaffNews[] }) {
  const { title, columns } = useStaffWords().newsDesk
  return (
    <TableFrame label={title} columns={[columns.standing, columns.title, columns.when, columns.actions]}>
      {news.map((item) => (
        <Row key={item.id} item={item} {...actions} />
      ))}
    </TableFrame>
  )
}

function Row({ item, ...actions }: Actions & { item: StaffNews }) {
  const { newsDesk: words } = useStaffWords()
  const { language } = useSpeech()
  const { moment } = useCityTime()
  const { standing, title, isPinned, publishFrom, publishUntil } = item
  return (
    <tr>
      <td>
        <span className={`tag ${TAGS[standing]}`}>{words.standings[standing]}</span>
      </td>
      <td>
        {title[language]} {isPinned && <span className="tag warn">{words.pinned}</span>}
      </td>
      <td>
        {publishFrom !== null && words.from(moment(publishFrom))}{' '}
        {publishUntil !== null && words.until(moment(publishUntil))}
      </td>
      <td>
        <RowActions item={item} {...actions} />
      </td>
    </tr>
  )
}

function RowActions({ item, isPending, onEdit, onStep }: Actions & { item: StaffNews }) {
  const { newsDesk: words } = useStaffWords()
  const { language } = useSpeech()
  const isOut = item.standing === 'draft' || item.standing === 'withdrawn'
  const step = isOut ? 'publish' : 'withdraw'
  const name = <span className="sr"> {item.title[language]}</span>
  return (
    <div className="row-actions">
      <button type="button" className="quiet" onClick={() => onEdit(item)}>
        {words.edit}
        {name}
      </button>
      <button
        type="button"
        className="quiet"
        aria-disabled={isPending}
        onClick={() => !isPending && onStep(item, step)}
      >
        {words[step]}
        {name}
      </button>
    </div>
  )
}
