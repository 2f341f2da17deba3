import { useQuery } from '@tanstack/react-query'
import { LinkForm } from '../../features/my-accounts/link-form.tsx'
import { confirmedNameQuery } from '../../features/my-accounts/my-accounts.queries.ts'
import { useAccountsWords } from '../../lib/accounts-words.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { Page } from '../../ui/page.tsx'
import '../../ui/styles/accounts.css'

export function LinkPage() {
  const { link } = useAccountsWords()
  const query = useQuery(confirmedNameQuery)
  return (
    <Loaded query={query}>
      {() => (
        <Page title={link.title} lead={link.lead}>
          <LinkForm />
        </Page>
      )}
    </Loaded>
  )
}
