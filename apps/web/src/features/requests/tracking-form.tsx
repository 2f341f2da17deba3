import type { HumanProof } from '@rodnik/contract/human-check'
import { trackRequest } from '@rodnik/contract/request-tracking'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ApiError, call } from '../../lib/call.ts'
import { textOf } from '../../lib/form-text.ts'
import { useSpeech } from '../../lib/language.tsx'
import { type Picture, proofFault, wrongProof } from '../../lib/picture.queries.ts'
import { useRequestsWords } from '../../lib/requests-words.ts'
import type { Faults } from '../../lib/use-form-faults.ts'
import { useGuardedForm } from '../../lib/use-guarded-form.ts'
import { Field } from '../../ui/field.tsx'
import { PictureField } from '../../ui/picture-field.tsx'
import { SaidFailure } from '../../ui/said-failure.tsx'
import { requestCode, requestNumber, type Ticket } from './ticket.ts'
import { trackedQuery } from './tracking.queries.ts'

type Props = {
  picture: Picture
  /** What a link has brought and could not be opened as it is. */
  brought?: Ticket
  /** Why not. */
  refusal?: Error | null
  onOpened: (ticket: Ticket) => void
}

/** Number and code, and the picture after failures. */
export function TrackingForm({ picture, brought, refusal = null, onOpened }: Props) {
  const { track: say, refused } = useRequestsWords()
  // Guesses have been counted here, not requests.
  const { too_many_attempts: _ofFiling, ...otherwise } = refused
  const { formRef, faults, onSubmit, opening } = useOpening(picture, onOpened)
  return (
    <form className="card narrow" ref={formRef} onSubmit={onSubmit} noValidate>
      <SaidFailure
        error={opening.error ?? (opening.isPending ? null : refusal)}
        said={{ ...otherwise, not_found: say.missing }}
        atField="picture_code_"
      />
      <Field
        {...AS_PRINTED}
        label={say.number}
        hint={say.numberHint}
        name="number"
        maxLength={30}
        defaultValue={brought?.number}
        fault={faults['number']}
      />
      <Field
        {...AS_PRINTED}
        label={say.code}
        hint={say.codeHint}
        name="code"
        maxLength={20}
        defaultValue={brought?.code}
        fault={faults['code']}
      />
      {picture.isNeeded && <PictureField picture={picture} why={say.pictureWhy} fault={faults['picture']} />}
      <button className="wide" aria-disabled={opening.isPending}>
        {opening.isPending ? say.opening : say.open}
      </button>
    </form>
  )
}

const AS_PRINTED = { autoComplete: 'off', autoCapitalize: 'characters', spellCheck: false } as const

function useOpening(picture: Picture, onOpened: Props['onOpened']) {
  const { words } = useSpeech()
  const { track: say } = useRequestsWords()
  const queryClient = useQueryClient()
  const opening = useMutation({
    mutationFn: (body: Ticket & HumanProof) => call(trackRequest, { body }),
  })
  const form = useGuardedForm({
    mutation: opening,
    picture,
    bodyOf: (data, proof) => ({
      number: requestNumber(textOf(data, 'number')) ?? '',
      code: requestCode(textOf(data, 'code')) ?? '',
      ...proof,
    }),
    faultsOf: ({ number, code, ...proof }) => {
      const unproven = proofFault(proof, words)
      return {
        ...(number === '' && { number: say.faults.number }),
        ...(code === '' && { code: say.faults.code }),
        ...(unproven !== undefined && { picture: unproven }),
      }
    },
    refusedAt: (error): Faults =>
      error instanceof ApiError && error.code.startsWith('picture_code_')
        ? { picture: wrongProof(picture, words) }
        : {},
    onDone: (request, { number, code }) => {
      queryClient.setQueryData(trackedQuery({ number, code }).queryKey, request)
      onOpened({ number, code })
    },
  })
  return { ...form, opening }
}
