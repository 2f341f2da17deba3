import type { Cabinet } from '@rodnik/contract/cabinet'
import type { RequestKindName } from '@rodnik/contract/request-kinds/index'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from 'react-router'
import { AttachmentsField } from '../../features/attachments/attachments-field.tsx'
import { useEnclosed } from '../../features/attachments/use-enclosed.ts'
import { cabinetQuery } from '../../features/cabinet/cabinet.queries.ts'
import { myCabinetQuery } from '../../features/my-accounts/my-cabinet.queries.ts'
import { kindOfAccount } from '../../features/requests/kind-facts.ts'
import { RequestForm } from '../../features/requests/request-form.tsx'
import { guestRequests, myRequests, type RequestScope } from '../../features/requests/request-scope.ts'
import { takeRequest } from '../../features/requests/requests.queries.ts'
import { useRequestForm } from '../../features/requests/use-request-form.ts'
import { WhatHappens } from '../../features/requests/what-happens.tsx'
import { useRequestsWords } from '../../lib/requests-words.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { NotFound } from '../../ui/not-found.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import '../../ui/styles/accounts.css'
import '../../ui/styles/requests.css'
import type { JustFiled } from './just-filed.ts'

/** A request about the account of the entry. */
export function GuestNewRequestPage() {
  const query = useQuery(cabinetQuery)
  const kind = kindOfAccount(useParams()['kind'] ?? '')
  if (!kind) return <NotFound />
  return (
    <Loaded query={query}>
      {(cabinet) => <FormPage key={kind} scope={guestRequests} kind={kind} cabinet={cabinet} isGuest />}
    </Loaded>
  )
}

/** A request about an account of somebody signed in. */
export function MyNewRequestPage() {
  const { accountId = '', kind: named = '' } = useParams()
  const query = useQuery(myCabinetQuery(accountId))
  const kind = kindOfAccount(named)
  if (!kind) return <NotFound />
  const scope = myRequests(accountId)
  return (
    <Loaded query={query}>
      {(cabinet) =>
        cabinet.rights.canSubmit ? (
          <FormPage key={kind} scope={scope} kind={kind} cabinet={cabinet} isGuest={false} />
        ) : (
          <OnlyLook kind={kind} />
        )
      }
    </Loaded>
  )
}

function OnlyLook({ kind }: { kind: RequestKindName }) {
  const { kinds, catalogue: say } = useRequestsWords()
  return (
    <Page title={kinds[kind].title}>
      <Notice kind="info" title={say.onlyLook.title}>
        <p>{say.onlyLook.text}</p>
      </Notice>
    </Page>
  )
}

type Props = {
  scope: RequestScope
  kind: RequestKindName
  cabinet: Pick<Cabinet, 'meters' | 'today'> & { account: { number: string } }
  isGuest: boolean
}

function FormPage({ scope, kind, cabinet, isGuest }: Props) {
  const say = useRequestsWords()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const enclosed = useEnclosed(scope.uploads)
  const form = useRequestForm({
    kind,
    draftName: `request.${cabinet.account.number}.${kind}`,
    meters: cabinet.meters,
    today: cabinet.today,
    corrections: scope.corrections,
    file: scope.file,
    enclosed: enclosed.body,
    alsoFaults: enclosed.faults,
    alsoRefused: enclosed.refused,
    onFiled: (filed) => {
      takeRequest(queryClient, scope, filed)
      const justFiled: JustFiled = { isNew: true }
      // Going back leads to the catalogue, not to an empty form.
      void navigate(`${scope.home}/requests/${filed.request.id}`, { replace: true, state: justFiled })
    },
  })
  const { title, tile } = say.kinds[kind]
  return (
    <Page title={title} lead={tile}>
      <p className="back">
        <Link to={`${scope.home}/requests`}>{say.form.back}</Link>
      </p>
      <div className="form-and-aside">
        <RequestForm form={form} asksForEmail={isGuest}>
          <AttachmentsField attachments={enclosed.attachments} fault={form.faults['attachments']} />
        </RequestForm>
        <WhatHappens kind={kind} />
      </div>
    </Page>
  )
}
