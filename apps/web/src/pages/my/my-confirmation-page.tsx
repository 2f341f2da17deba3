import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useParams } from 'react-router'
import { myScope, mySubmissionQuery } from '../../features/my-accounts/my-cabinet.queries.ts'
import { CabinetScopeProvider } from '../../lib/cabinet-scope.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { ConfirmationView } from '../confirmation-page.tsx'

export function MyConfirmationPage() {
  const { accountId = '', number = '' } = useParams()
  const query = useQuery(mySubmissionQuery(accountId, number))
  const scope = useMemo(() => myScope(accountId), [accountId])
  return (
    <CabinetScopeProvider value={scope}>
      <Loaded query={query}>{(taken) => <ConfirmationView taken={taken} />}</Loaded>
    </CabinetScopeProvider>
  )
}
