import { CONSENT_VERSION } from '@rodnik/contract/consent'
import {
  beginEsia,
  type EsiaOutcome,
  type EsiaReturn,
  registerByEsia,
  returnFromEsia,
} from '@rodnik/contract/esia'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { call } from '../../lib/call.ts'
import { ESIA_LANGUAGE } from '../../lib/esia-language.ts'
import { keep } from '../../lib/kept.ts'
import { useSpeech } from '../../lib/language.tsx'
import { beginSession } from '../../lib/session.queries.ts'

/** Goes to Gosuslugi. */
export function useBeginEsia() {
  const { language } = useSpeech()
  return useMutation({
    mutationFn: () => call(beginEsia, { body: { purpose: 'sign_in' } }),
    onSuccess: ({ redirectTo }) => {
      keep(ESIA_LANGUAGE, language)
      location.assign(redirectTo)
    },
  })
}

const posted = new Map<string | undefined, Promise<EsiaOutcome>>()

/** The answer of Gosuslugi is good for one entry, so it goes to the server once, however often the page is drawn. */
function postOnce(answer: EsiaReturn): Promise<EsiaOutcome> {
  const outcome = posted.get(answer.state) ?? call(returnFromEsia, { body: answer })
  posted.set(answer.state, outcome)
  return outcome
}

/** What came of the way to Gosuslugi. Outside the query cache: beginning a session empties that. */
export function useEsiaReturn(answer: EsiaReturn) {
  const [known, setKnown] = useState<{ outcome?: EsiaOutcome; error?: Error }>({})
  useEffect(() => {
    postOnce(answer).then(
      (outcome) => setKnown({ outcome }),
      (error: Error) => setKnown({ error }),
    )
  }, [answer])
  return known
}

export function useRegisterByEsia() {
  const queryClient = useQueryClient()
  const { language } = useSpeech()
  return useMutation({
    mutationFn: () => call(registerByEsia, { body: { consentVersion: CONSENT_VERSION, language } }),
    onSuccess: (session) => beginSession(queryClient, session),
  })
}
