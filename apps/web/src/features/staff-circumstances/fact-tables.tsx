import type { Circumstances } from '@rodnik/contract/circumstances'
import { useSpeech } from '../../lib/language.tsx'
import { useHasRole } from '../../lib/staff-roles.ts'
import { useStaffWords } from '../../lib/staff-words.ts'
import { TableFrame } from '../../ui/staff/table-frame.tsx'
import type { Withdrawn } from './circumstances.queries.ts'

/** Which window is asked for. */
export type Open = 'persons' | 'absence' | 'interruption' | { returned: string } | { withdrawn: Withdrawn }

type Props = { known: Circumstances; onOpen: (open: Open) => void }

export function FactTables({ known, onOpen }: Props) {
  const { circumstances: words } = useStaffWords()
  return (
    <>
      <Persons known={known} />
      {known.absences.length > 0 && <Absences absences={known.absences} onOpen={onOpen} />}
      {known.interruptions.length > 0 && <Interruptions known={known} onOpen={onOpen} />}
      {known.absences.length + known.interruptions.length === 0 && <p>{words.none}</p>}
    </>
  )
}

function Persons({ known: { persons, residentsCount } }: { known: Circumstances }) {
  const { circumstances: words } = useStaffWords()
  const { format } = useSpeech()
  if (persons.length === 0) return <p>{words.persons.ofAccount(residentsCount)}</p>
  return (
    <TableFrame label={words.persons.label} columns={Object.values(words.persons.columns)}>
      {persons.map((row) => (
        <tr key={row.validFrom}>
          <th scope="row">{format.date(row.validFrom)}</th>
          <td className="number">{row.persons}</td>
          <td>{row.document}</td>
          <td>{row.recordedBy}</td>
        </tr>
      ))}
    </TableFrame>
  )
}

function Absences({ absences, onOpen }: Pick<Circumstances, 'absences'> & Pick<Props, 'onOpen'>) {
  const { circumstances: words } = useStaffWords()
  const { format } = useSpeech()
  const mayChange = useHasRole(['operator', 'clerk', 'administrator'])
  return (
    <TableFrame label={words.absences.label} columns={Object.values(words.absences.columns)}>
      {absences.map((row) => (
        <tr key={row.id}>
          <th scope="row">
            {format.date(row.leftOn)} —{' '}
            {row.returnedOn === null ? words.absences.stillAway : format.date(row.returnedOn)}
          </th>
          <td className="number">{row.persons}</td>
          <td>{[row.proof && words.proofs[row.proof], row.document].filter(Boolean).join(': ')}</td>
          <td>{row.recordedBy}</td>
          <td>
            {mayChange && (
              <div className="row-actions">
                {row.returnedOn === null && (
                  <button type="button" className="quiet" onClick={() => onOpen({ returned: row.id })}>
                    {words.absences.returned}
                  </button>
                )}
                <button
                  type="button"
                  className="quiet"
                  aria-label={`${words.withdraw}: ${format.date(row.leftOn)}`}
                  onClick={() => onOpen({ withdrawn: { kind: 'absence', factId: row.id } })}
                >
                  {words.withdraw}
                </button>
              </div>
            )}
          </td>
        </tr>
      ))}
    </TableFrame>
  )
}

function Interruptions({ known: { interruptions }, onOpen }: Props) {
  const { circumstances: words } = useStaffWords()
  const { format } = useSpeech()
  const mayChange = useHasRole(['operator', 'clerk', 'administrator'])
  return (
    <TableFrame label={words.interruptions.label} columns={Object.values(words.interruptions.columns)}>
      {interruptions.map((row) => (
        <tr key={row.id}>
          <th scope="row">{format.date(row.startedOn)}</th>
          <td>{words.services[row.service]}</td>
          <td className="number">{row.hours}</td>
          <td>{row.actNumber}</td>
          <td>{row.recordedBy}</td>
          <td>
            {mayChange && (
              <button
                type="button"
                className="quiet"
                aria-label={`${words.withdraw}: ${format.date(row.startedOn)}`}
                onClick={() => onOpen({ withdrawn: { kind: 'interruption', factId: row.id } })}
              >
                {words.withdraw}
              </button>
            )}
          </td>
        </tr>
      ))}
    </TableFrame>
  )
}
