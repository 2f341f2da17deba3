import { RequestKindName, requestKinds } from '@rodnik/contract/request-kinds/index'
import type { RequestFiled } from '@rodnik/contract/requests'
import type { AccountCard } from '@rodnik/contract/staff-accounts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { callersCorrections } from '../../features/requests/corrections/correction-scope.ts'
import { kindOfAccount } from '../../features/requests/kind-facts.ts'
import { RequestForm } from '../../features/requests/request-form.tsx'
import { useRequestForm } from '../../features/requests/use-request-form.ts'
import { WhatHappens } from '../../features/requests/what-happens.tsx'
import { cardQuery } from '../../features/staff-accounts/accounts.queries.ts'
import { type CallersChannel, ChannelField } from '../../features/staff-requests/channel-field.tsx'
import { FiledForCaller } from '../../features/staff-requests/filed-for-caller.tsx'
import { useFilingForCaller } from '../../features/staff-requests/requests.queries.ts'
import { accountNumberOnPaper } from '../../lib/account-number.ts'
import { siteQuery } from '../../lib/site.queries.ts'
import { addressOf } from '../../lib/staff-address.ts'
import { useStaffWords } from '../../lib/staff-words.ts'
import { Page } from '../../ui/page.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { StaffLoaded } from '../../ui/staff/staff-loaded.tsx'
import '../../ui/styles/accounts.css'
import '../../ui/styles/requests.css'

const KINDS = RequestKindName.options.filter((kind) => requestKinds[kind].isAbout === 'account')

/** What somebody asks for on the phone, at the counter or on paper, filed by whoever listens. */
export function CallerRequestPage() {
  const { id = '', kind = '' } = useParams()
  const site = useQuery(siteQuery)
  return (
    <StaffLoaded query={useQuery(cardQuery(id))}>
      {(card) => (
        <StaffLoaded query={site}>
          {({ today }) => <Filing card={card} kind={kindOfAccount(kind)} today={today} />}
        </StaffLoaded>
      )}
    </StaffLoaded>
  )
}

type Props = { card: AccountCard; kind: RequestKindName | undefined; today: string }

function Filing({ card, kind, today }: Props) {
  const { forCaller: words } = useStaffWords().requestCard
  const [channel, setChannel] = useState<CallersChannel>('phone')
  const [filed, setFiled] = useState<RequestFiled>()
  const address = `/staff/accounts/${card.id}`
  return (
    <Page title={words.title} lead={`${accountNumberOnPaper(card.number)}, ${addressOf(card)}`}>
      <p className="status">
        <Link to={address}>{words.toAccount}</Link>
      </p>
      {filed ? (
        <FiledForCaller filed={filed} onMore={() => setFiled(undefined)} />
      ) : (
        <>
          <div className="find">
            <ChannelField channel={channel} onChannel={setChannel} />
            <KindField kind={kind} address={`${address}/new-request`} />
          </div>
          {kind && (
            <Form key={kind} card={card} kind={kind} today={today} channel={channel} onFiled={setFiled} />
          )}
        </>
      )}
    </Page>
  )
}

function KindField({ kind, address }: { kind: RequestKindName | undefined; address: string }) {
  const { requestCard, requestKinds: kinds } = useStaffWords()
  const { forCaller: words } = requestCard
  const navigate = useNavigate()
  return (
    <SelectField
      label={words.kind}
      value={kind ?? ''}
      empty={words.choose}
      options={KINDS.map((value) => ({ value, name: kinds[value].name }))}
      onChange={(chosen) =>
        void navigate(chosen === '' ? address : `${address}/${chosen}`, { replace: true })
      }
    />
  )
}

type FormProps = Omit<Props, 'kind'> & {
  kind: RequestKindName
  channel: CallersChannel
  onFiled: (filed: RequestFiled) => void
}

function Form({ card, kind, today, channel, onFiled }: FormProps) {
  const file = useFilingForCaller(card.id, channel)
  const form = useRequestForm({
    kind,
    draftName: `caller.${card.number}.${kind}`,
    meters: card.meters.filter(({ removedOn }) => removedOn === null),
    today,
    corrections: callersCorrections(card.id),
    file,
    onFiled,
  })
  return (
    <div className="form-and-aside">
      <RequestForm form={form} asksForEmail />
      <WhatHappens kind={kind} />
    </div>
  )
}
