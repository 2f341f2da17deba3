import type { StaffTopic } from '@rodnik/contract/staff-offices'
import { useState } from 'react'
import { useSpeech } from '../../lib/language.tsx'
import { useStaffWords } from '../../lib/staff-words.ts'
import { Pane } from '../../ui/staff/pane.tsx'
import { TableFrame } from '../../ui/staff/table-frame.tsx'
import { TopicDialog } from './topic-dialog.tsx'

/** What one can come about, with how long it takes. */
export function TopicsPane({ topics }: { topics: StaffTopic[] }) {
  const { topics: say } = useStaffWords().schedules
  const { language } = useSpeech()
  const [open, setOpen] = useState<StaffTopic | 'new' | null>(null)
  const { columns } = say
  return (
    <Pane title={say.title} isWhole>
      <TableFrame
        label={say.title}
        columns={[columns.name, columns.minutes, columns.guests, columns.actions]}
      >
        {topics.map((topic) => (
          <tr key={topic.id}>
            <th scope="row" className="wrapping">
              {topic.name[language]} {!topic.isActive && <span className="tag stop">{say.off}</span>}
            </th>
            <td>{say.minutes(topic.minutes, topic.bufferMinutes)}</td>
            <td>{topic.isForGuests ? say.yes : say.no}</td>
            <td>
              <button
                type="button"
                className="tool"
                aria-label={`${say.change}: ${topic.name[language]}`}
                onClick={() => setOpen(topic)}
              >
                {say.change}
              </button>
            </td>
          </tr>
        ))}
      </TableFrame>
      <button type="button" className="quiet more" onClick={() => setOpen('new')}>
        {say.add}
      </button>
      {open && <TopicDialog topic={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </Pane>
  )
}
