import type { MyAccount } from '@rodnik/contract/my-accounts'
import { useNavigate } from 'react-router'
import { useAccountsWords } from '../../lib/accounts-words.ts'
import { SaidFailure } from '../../ui/said-failure.tsx'
import { SureButton } from '../../ui/sure-button.tsx'
import { useUnlink } from './my-accounts.queries.ts'

export function UnlinkPane({ account }: { account: MyAccount }) {
  const { unlink: say } = useAccountsWords().settings
  const navigate = useNavigate()
  const unlink = useUnlink(account.id)
  return (
    <section className="card narrow" aria-labelledby="unlink">
      <h2 id="unlink">{say.title}</h2>
      <SaidFailure error={unlink.error} />
      <SureButton
        ask={say.ask}
        sure={say.sure}
        no={say.no}
        isPending={unlink.isPending}
        onSure={() => unlink.mutate(undefined, { onSuccess: () => void navigate('/my', { replace: true }) })}
      >
        <p>{account.role === 'helper' ? say.helperText : say.text}</p>
      </SureButton>
    </section>
  )
}
