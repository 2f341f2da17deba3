import type { OutageNotice, OutageReach } from '@rodnik/contract/staff-outages'
import { streetLine } from '@rodnik/domain/notices/street-lines'
import { useSpeech } from '../../lib/language.tsx'
import { useStaffWords } from '../../lib/staff-words.ts'
import { Notice } from '../../ui/notice.tsx'
import { TableFrame } from '../../ui/staff/table-frame.tsx'

type Props = { streets: OutageNotice['streets']; reach: OutageReach }

/** Whom the streets reach, line by line: a street where nobody lives is probably misspelt. */
export function ReachNotice({ streets, reach }: Props) {
  const { form: words } = useStaffWords().outageDesk
  const { language } = useSpeech()
  const { street, houses, accounts } = words.reachColumns
  const isDoubtful = reach.parts.some((part) => part.accounts === 0)
  return (
    <output className="reach">
      <Notice kind={isDoubtful ? 'warn' : 'info'} title={words.reach(reach.houses, reach.accounts)}>
        <TableFrame label={words.preview} columns={[street, houses, accounts]}>
          {streets.map((part, i) => (
            <tr key={streetLine(part, language)}>
              <td>{streetLine(part, language)}</td>
              <td>{reach.parts[i]?.houses}</td>
              <td>{reach.parts[i]?.accounts === 0 ? <b>{words.nobody}</b> : reach.parts[i]?.accounts}</td>
            </tr>
          ))}
        </TableFrame>
      </Notice>
    </output>
  )
}
