import type { Cabinet } from '@rodnik/contract/cabinet'
import type { NewSubmission } from '@rodnik/contract/submissions'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useCabinetScope } from '../../lib/cabinet-scope.ts'
import { ApiError, isUndecided } from '../../lib/call.ts'
import { intentionFor, settleIntention } from '../../lib/intention.ts'
import { forget } from '../../lib/kept.ts'
import type { Passage } from '../../lib/passage.ts'
import { signInPageFor } from '../../lib/sign-in-page-for.ts'
import { useSubmitReadings } from './cabinet.queries.ts'
import { fingerprintOf, submissionOf } from './submission-body.ts'
import { draftName } from './use-draft.ts'
import type { Readings } from './use-readings.ts'

/** Why nothing was sent, before any request: nothing typed, or something to mend first. */
export type Hindrance = 'nothingTyped' | 'fixFirst'

/** Sending the table: one intention, repeated until the server has given a definite answer. */
export function useSending(cabinet: Cabinet, { rows, settle, showIssues }: Readings) {
  const [hindrance, setHindrance] = useState<Hindrance | null>(null)
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const submit = useSubmitReadings()
  const { home, cabinetKey } = useCabinetScope()
  const name = `intention.${draftName(cabinet)}`

  function onError(error: Error, body: NewSubmission) {
    const code = error instanceof ApiError ? error.code : 'internal_error'
    if (code === 'sign_in_required') {
      const passage: Passage = { why: 'ended', from: home }
      return navigate(signInPageFor(home), { state: passage })
    }
    if (!isUndecided(code)) settleIntention(name)
    if (error instanceof ApiError && code === 'readings_refused') {
      showIssues(error.problem?.readings ?? [], body.readings)
    }
    if (code.startsWith('readings_')) return queryClient.refetchQueries({ queryKey: cabinetKey })
    return undefined
  }

  function send() {
    if (submit.isPending) return
    settle(...rows.filter((row) => row.typed !== '').map((row) => row.meter.id))
    const filled = rows.filter((row) => row.judged.outcome !== 'empty')
    const isReady = filled.every((row) => row.judged.outcome === 'accepted')
    setHindrance(filled.length === 0 ? 'nothingTyped' : isReady ? null : 'fixFirst')
    if (filled.length === 0 || !isReady) return submit.reset()
    const body = submissionOf(rows)
    const intention = intentionFor(name, body, fingerprintOf(body))
    submit.mutate(intention, {
      onSuccess: ({ number }) => {
        settleIntention(name)
        forget(draftName(cabinet))
        void navigate(`${home}/submissions/${number}`)
      },
      onError: (error) => void onError(error, intention.body),
    })
  }

  return { send, hindrance, isSending: submit.isPending, error: submit.error }
}
