import type { HumanProof } from '@rodnik/contract/human-check'
import type { UseMutationResult } from '@tanstack/react-query'
import type { SyntheticEvent } from 'react'
import type { Picture } from './picture.queries.ts'
import { type Faults, useFormFaults } from './use-form-faults.ts'

type Guarded<Body, Answer> = {
  mutation: Pick<UseMutationResult<Answer, Error, Body>, 'mutate' | 'isPending'>
  picture: Picture
  /** What was typed, as the API takes it. */
  bodyOf: (data: FormData, proof: HumanProof) => Body
  /** What to mend before it is sent. */
  faultsOf: (body: Body, data: FormData) => Faults
  /** What the server has refused, put to the fields where it can be mended. */
  refusedAt?: (error: Error) => Faults
  onDone: (answer: Answer, body: Body) => void
}

/** A form that has to show, always or after failures, that a person sends it. */
export function useGuardedForm<Body, Answer>({
  mutation,
  picture,
  bodyOf,
  faultsOf,
  refusedAt,
  onDone,
}: Guarded<Body, Answer>) {
  const { formRef, faults, showFaults } = useFormFaults()

  function onSubmit(event: SyntheticEvent<HTMLFormElement>) {
    event.preventDefault()
    if (mutation.isPending) return
    const data = new FormData(event.currentTarget)
    const body = bodyOf(data, picture.proofOf(data))
    if (!showFaults(faultsOf(body, data))) return
    mutation.mutate(body, {
      onSuccess: (answer) => onDone(answer, body),
      onError: (error) => {
        picture.afterFailure(error)
        // A picture that is asked for just now has not been answered wrongly.
        if (picture.isNeeded && refusedAt) showFaults(refusedAt(error))
      },
    })
  }

  return { formRef, faults, onSubmit }
}
