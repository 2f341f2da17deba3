import { requestKinds } from '@rodnik/contract/request-kinds/index'
import { askForCredentials } from '@rodnik/contract/request-tracking'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from 'react-router'
import { useSteadyPicture } from '../../features/entrance/use-steady-picture.ts'
import { RequestForm } from '../../features/requests/request-form.tsx'
import { trackedQuery } from '../../features/requests/tracking.queries.ts'
import { useRequestForm } from '../../features/requests/use-request-form.ts'
import { keepTicket } from '../../features/requests/use-ticket.ts'
import { WhatHappens } from '../../features/requests/what-happens.tsx'
import { ApiError, call } from '../../lib/call.ts'
import { useSpeech } from '../../lib/language.tsx'
import { type Picture, proofFault, wrongProof } from '../../lib/picture.queries.ts'
import { useRequestsWords } from '../../lib/requests-words.ts'
import { useSite } from '../../lib/site.queries.ts'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { PictureField } from '../../ui/picture-field.tsx'
import '../../ui/styles/accounts.css'
import '../../ui/styles/requests.css'
import type { JustFiled } from './just-filed.ts'

/** An organisation asks for credentials; they are handed over in the office. */
export function CredentialsPage() {
  const { credentials: say } = useRequestsWords()
  const picture = useSteadyPicture('credentials')
  const form = useCredentialsForm(picture)
  return (
    <Page title={say.title} lead={say.lead}>
      <p className="back">
        <Link to="/business">{say.back}</Link>
      </p>
      <div className="before-form">
        <Notice kind="info" title={say.office.title}>
          <p>{say.office.text}</p>
          <p>
            <Link to="/business">{say.office.link}</Link>
          </p>
        </Notice>
      </div>
      <div className="form-and-aside">
        <RequestForm form={form} asksForEmail>
          <PictureField picture={picture} why={say.pictureWhy} fault={form.faults['picture']} />
        </RequestForm>
        <WhatHappens kind="credentials" />
      </div>
    </Page>
  )
}

function useCredentialsForm(picture: Picture) {
  const { words } = useSpeech()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const today = useSite()?.today ?? ''
  return useRequestForm({
    kind: 'credentials',
    draftName: 'request.credentials',
    meters: [],
    today,
    file: ({ key, body: { fields, email, language } }, data) =>
      call(askForCredentials, {
        headers: { 'idempotency-key': key },
        body: {
          fields: requestKinds.credentials.schema.parse(fields),
          ...(email !== undefined && { email }),
          language,
          ...picture.proofOf(data),
        },
      }),
    alsoFaults: (data): Record<string, string> => {
      const unproven = proofFault(picture.proofOf(data), words)
      return unproven === undefined ? {} : { picture: unproven }
    },
    alsoRefused: (error): Record<string, string> => {
      picture.afterFailure(error)
      const isPicture = error instanceof ApiError && error.code.startsWith('picture_code_')
      return isPicture ? { picture: wrongProof(picture, words) } : {}
    },
    onFiled: ({ code, request }) => {
      const ticket = { number: request.number, code }
      const justFiled: JustFiled = { isNew: true }
      keepTicket(ticket)
      queryClient.setQueryData(trackedQuery(ticket).queryKey, request)
      void navigate('/request', { replace: true, state: justFiled })
    },
  })
}
