import type { Meter } from '@rodnik/contract/meters'
import type { RequestKindName } from '@rodnik/contract/request-kinds/index'
import type { RequestFiled } from '@rodnik/contract/requests'
import { emailKey } from '@rodnik/domain/people/email-key'
import { useMutation } from '@tanstack/react-query'
import type { SyntheticEvent } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { ApiError, isUndecided } from '../../lib/call.ts'
import { type Intention, intentionFor, settleIntention } from '../../lib/intention.ts'
import { forget } from '../../lib/kept.ts'
import { useSpeech } from '../../lib/language.tsx'
import type { Passage } from '../../lib/passage.ts'
import { useRequestsWords } from '../../lib/requests-words.ts'
import { signInPageFor } from '../../lib/sign-in-page-for.ts'
import { type Faults, useFormFaults } from '../../lib/use-form-faults.ts'
import type { CorrectionScope } from './corrections/correction-scope.ts'
import { faultsInWords } from './fault-words.ts'
import { kindFacts } from './kind-facts.ts'
import type { NewFiling } from './request-scope.ts'
import {
  type FieldFault,
  type FractionDigits,
  judgeTyped,
  refusedFields,
  type TypedRequest,
} from './typed-request.ts'
import { useRequestDraft } from './use-request-draft.ts'

/** A meter as a form names it; the office does not see the digits of its face. */
type AskedMeter = Pick<Meter, 'id' | 'service' | 'place' | 'serial'> & { fractionDigits?: number }

type Form = {
  kind: RequestKindName
  /** Whose draft it is: what somebody else has typed in this tab never shows up here. */
  draftName: string
  meters: readonly AskedMeter[]
  today: string
  /** Where readings to correct come from; without it none can be asked for. */
  corrections?: CorrectionScope
  /** Sends it. The form is there for what a page asks besides the fields of the kind. */
  file: (intention: Intention<NewFiling>, data: FormData) => Promise<RequestFiled>
  /** Files that go with it. */
  enclosed?: { attachmentIds?: string[] }
  /** What the page asks besides, to be mended before anything is sent. */
  alsoFaults?: (data: FormData) => Faults
  /** What the server has refused of that. */
  alsoRefused?: (error: Error) => Faults
  onFiled: (filed: RequestFiled) => void
}

/** The form of a request: what is typed, what is wrong with it, and sending it once. */
export function useRequestForm(form: Form) {
  const { kind, draftName, meters, today, alsoFaults, enclosed, onFiled } = form
  const { language } = useSpeech()
  const say = useRequestsWords()
  const { formRef, faults, showFaults } = useFormFaults()
  const { typed, type, typeEmail } = useRequestDraft(draftName, firstTyped(kind, meters))
  const digits: FractionDigits = new Map(meters.map(({ id, fractionDigits = 3 }) => [id, fractionDigits]))
  const inWords = (found: Record<string, FieldFault>) => faultsInWords(found, kindFacts(kind).fields, say)
  const filing = useFiling(form, (error) =>
    showFaults({ ...inWords(refusedFields(error)), ...form.alsoRefused?.(error) }),
  )

  function onSubmit(event: SyntheticEvent<HTMLFormElement>) {
    event.preventDefault()
    if (filing.isPending) return
    const data = new FormData(event.currentTarget)
    const judged = judgeTyped(kind, typed, { today, digits })
    const wrong = {
      ...(!judged.isRight && inWords(judged.faults)),
      ...emailFault(typed, say.faults.email),
      ...alsoFaults?.(data),
    }
    if (!showFaults(wrong) || !judged.isRight) return filing.reset()
    const email = emailKey(typed.email)
    const body = { kind, fields: judged.fields, ...(email !== null && { email }), language, ...enclosed }
    filing.mutate(
      { intention: intentionFor(intentionName(draftName), body, JSON.stringify(body)), data },
      {
        onSuccess: (filed) => {
          settleIntention(intentionName(draftName))
          forget(draftName)
          onFiled(filed)
        },
      },
    )
  }

  return {
    kind,
    meters,
    corrections: form.corrections,
    formRef,
    typed,
    faults,
    type,
    typeEmail,
    onSubmit,
    isSending: filing.isPending,
    error: filing.error,
  }
}
export type RequestForming = ReturnType<typeof useRequestForm>
/** As its fields see it. */
export type RequestFormState = Omit<RequestForming, 'formRef'>

const intentionName = (draftName: string) => `intention.${draftName}`

/** Where there is one meter only, it is the one. */
function firstTyped(kind: RequestKindName, meters: readonly AskedMeter[]): TypedRequest {
  const [only, ...others] = meters
  const isOnly = only !== undefined && others.length === 0
  const fields = Object.entries(kindFacts(kind).fields)
  return {
    fields: Object.fromEntries(
      fields.flatMap(([name, { input }]) => (input === 'meters' && isOnly ? [[name, [only.id]]] : [])),
    ),
    email: '',
  }
}

const emailFault = ({ email }: TypedRequest, said: string): Faults =>
  email.trim() !== '' && emailKey(email) === null ? { email: said } : {}

/** Sends a request; a refusal is put to its fields, a session that has ended leads to its door and back. */
function useFiling({ draftName, file }: Form, showRefusal: (error: Error) => void) {
  const navigate = useNavigate()
  const { pathname } = useLocation()
  return useMutation({
    mutationFn: ({ intention, data }: { intention: Intention<NewFiling>; data: FormData }) =>
      file(intention, data),
    onError: (error) => {
      const code = error instanceof ApiError ? error.code : 'internal_error'
      if (code === 'sign_in_required') {
        const passage: Passage = { why: 'ended', from: pathname }
        return navigate(signInPageFor(pathname), { state: passage })
      }
      if (!isUndecided(code)) settleIntention(intentionName(draftName))
      return showRefusal(error)
    },
  })
}
