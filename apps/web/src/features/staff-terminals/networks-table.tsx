import type { TerminalNetwork } from '@rodnik/contract/staff-terminals'
import { useState } from 'react'
import { useSpeech } from '../../lib/language.tsx'
import { useStaffWords } from '../../lib/staff-words.ts'
import { useCityTime } from '../../lib/use-city-time.ts'
import { TableFrame } from '../../ui/staff/table-frame.tsx'
import { RotationDialog, SwitchDialog } from './network-dialogs.tsx'
import { TermsDialog } from './network-form.tsx'

export function NetworksTable({ networks }: { networks: TerminalNetwork[] }) {
  const { columns, list } = useStaffWords().terminals
  return (
    <TableFrame
      label={list}
      columns={[
        columns.name,
        columns.login,
        columns.addresses,
        columns.limits,
        columns.lastPayment,
        columns.actions,
      ]}
    >
      {networks.map((network) => (
        <NetworkLine key={network.id} network={network} />
      ))}
    </TableFrame>
  )
}

function NetworkLine({ network }: { network: TerminalNetwork }) {
  const { terminals: words } = useStaffWords()
  const { format } = useSpeech()
  const { moment } = useCityTime()
  return (
    <tr>
      <th scope="row" className="wrapping">
        {network.name} {!network.isActive && <span className="tag stop">{words.off}</span>}
        <div className="unknown">
          {network.code} · {words.protocols[network.protocol]}
        </div>
      </th>
      <td>
        {network.login}
        {network.previousValidUntil !== null && (
          <div className="unknown">{words.oldUntil(moment(network.previousValidUntil))}</div>
        )}
      </td>
      <td>{network.addresses.join(', ')}</td>
      <td>{words.limits(format.money(network.minKopecks), format.money(network.maxKopecks))}</td>
      <td>{network.lastPaymentAt === null ? words.never : moment(network.lastPaymentAt)}</td>
      <td>
        <NetworkActions network={network} />
      </td>
    </tr>
  )
}

type Action = 'change' | 'rotate' | 'switchOff' | 'switchOn'

function NetworkActions({ network }: { network: TerminalNetwork }) {
  const { terminals: words } = useStaffWords()
  const [open, setOpen] = useState<Action | null>(null)
  const close = () => setOpen(null)
  const offered: Action[] = ['change', 'rotate', network.isActive ? 'switchOff' : 'switchOn']
  return (
    <>
      <span className="row-actions">
        {offered.map((action) => (
          <button
            key={action}
            type="button"
            className="tool"
            aria-label={`${words[action]}: ${network.name}`}
            onClick={() => setOpen(action)}
          >
            {words[action]}
          </button>
        ))}
      </span>
      {open === 'change' && <TermsDialog network={network} onClose={close} />}
      {open === 'rotate' && <RotationDialog network={network} onClose={close} />}
      {(open === 'switchOff' || open === 'switchOn') && (
        <SwitchDialog network={network} way={open} onClose={close} />
      )}
    </>
  )
}
