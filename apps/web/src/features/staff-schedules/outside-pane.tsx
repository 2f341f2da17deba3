import type { QueuedAppointment } from '@rodnik/contract/staff-appointments'
import { accountNumberOnPaper } from '../../lib/account-number.ts'
import { useSpeech } from '../../lib/language.tsx'
import { useStaffWords } from '../../lib/staff-words.ts'
import { useOfficeTime } from '../../lib/use-office-time.ts'
import { Notice } from '../../ui/notice.tsx'
import { TableFrame } from '../../ui/staff/table-frame.tsx'

type Props = { outside: QueuedAppointment[]; timeZone: string }

/** Whom a schedule would turn away. */
export function OutsidePane({ outside, timeZone }: Props) {
  const { form: say } = useStaffWords().schedules
  const { language } = useSpeech()
  const { whole } = useOfficeTime(timeZone)
  const { outsideColumns: columns } = say
  if (outside.length === 0) return <Notice kind="ok" title={say.nobodyOutside} isUrgent />
  return (
    <>
      <Notice kind="warn" title={say.outside(outside.length)} isUrgent>
        <p>{say.outsideText}</p>
      </Notice>
      <TableFrame
        label={say.outside(outside.length)}
        columns={[columns.when, columns.who, columns.specialist, columns.topic]}
      >
        {outside.map(({ id, startsAt, accountNumber, specialistName, topicName }) => (
          <tr key={id}>
            <th scope="row">{whole(startsAt)}</th>
            <td>{accountNumberOnPaper(accountNumber)}</td>
            <td className="wrapping">{specialistName[language]}</td>
            <td className="wrapping">{topicName[language]}</td>
          </tr>
        ))}
      </TableFrame>
    </>
  )
}
