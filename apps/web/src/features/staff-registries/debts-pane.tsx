import type { BankProfileTitle } from '@rodnik/contract/staff-registries'
import { useStaffWords } from '../../lib/staff-words.ts'
import { Pane } from '../../ui/staff/pane.tsx'

/** What banks are told that accounts owe. */
export function DebtsPane({ profiles }: { profiles: BankProfileTitle[] }) {
  const { debts: words } = useStaffWords().registries
  return (
    <Pane title={words.title} isWhole>
      <p>{words.text}</p>
      <ul>
        {profiles
          .filter(({ hasDebts }) => hasDebts)
          .map(({ name, title }) => (
            <li key={name}>
              <a href={`/api/v1/staff/registries/debts/${name}`} download>
                {words.download(title)}
              </a>
            </li>
          ))}
      </ul>
    </Pane>
  )
}
