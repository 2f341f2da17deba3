import type { MyAccount } from '@rodnik/contract/my-accounts'
import { useAccountsWords } from '../../lib/accounts-words.ts'
import { SaidFailure } from '../../ui/said-failure.tsx'
import { useSwitchAccountless } from './my-accounts.queries.ts'

/** B3: whether anybody may enter by number, house and flat. */
export function AccountlessPane({ account }: { account: MyAccount }) {
  const { accountless: say } = useAccountsWords().settings
  const change = useSwitchAccountless(account.id)
  const isAllowed = account.isAccountlessAllowed
  return (
    <section className="card narrow" aria-labelledby="accountless">
      <h2 id="accountless">{say.title}</h2>
      <SaidFailure error={change.error} />
      <p>
        <output>{isAllowed ? say.allowed : say.forbidden}</output>
      </p>
      <button
        type="button"
        className="quiet"
        aria-disabled={change.isPending}
        onClick={() => !change.isPending && change.mutate(!isAllowed)}
      >
        {isAllowed ? say.forbid : say.allow}
      </button>
    </section>
  )
}
