import type { IntegratorLine } from '@rodnik/contract/staff-integrators'
import { Link } from 'react-router'
import { useStaffWords } from '../../lib/staff-words.ts'
import { useCityTime } from '../../lib/use-city-time.ts'
import { TableFrame } from '../../ui/staff/table-frame.tsx'

export function IntegratorsTable({ integrators }: { integrators: IntegratorLine[] }) {
  const { integrators: words } = useStaffWords()
  const { moment } = useCityTime()
  const { columns } = words
  return (
    <TableFrame
      label={words.list}
      columns={[columns.name, columns.secrets, columns.grants, columns.lastCall]}
    >
      {integrators.map(({ id, name, kind, isActive, liveSecrets, liveGrants, lastCallAt }) => (
        <tr key={id}>
          <th scope="row" className="wrapping">
            <Link to={`/staff/integrators/${id}`}>{name}</Link>{' '}
            {!isActive && <span className="tag stop">{words.off}</span>}
            <div className="unknown">{words.kinds[kind]}</div>
          </th>
          <td>{liveSecrets === 0 ? words.nothing : liveSecrets}</td>
          <td>{liveGrants === 0 ? words.nothing : liveGrants}</td>
          <td>{lastCallAt === null ? words.never : moment(lastCallAt)}</td>
        </tr>
      ))}
    </TableFrame>
  )
}
