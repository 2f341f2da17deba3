import type { AskerWish } from '@rodnik/contract/requests'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { ApiError, isUndecided } from '../../lib/call.ts'
import { intentionFor, settleIntention } from '../../lib/intention.ts'
import type { Passage } from '../../lib/passage.ts'
import { signInPageFor } from '../../lib/sign-in-page-for.ts'
import type { WishScope } from './wish-scope.ts'

type Sent = { wish: AskerWish; data: FormData }

/** What the person saw is not what is: said above, for the form that was used may be gone. */
export const isStale = (error: Error | null): boolean =>
  error instanceof ApiError && error.code.startsWith('request_')

/** Sends a wish about a request once, however often it is pressed. */
export function useWish(requestId: string, { send, onTaken, onStale, picture }: WishScope) {
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const [asksForPicture, setAsksForPicture] = useState(false)
  const nameOf = ({ type }: AskerWish) => `intention.wish.${requestId}.${type}`

  const sending = useMutation({
    mutationFn: ({ wish, data }: Sent) => send(intentionFor(nameOf(wish), wish, JSON.stringify(wish)), data),
    onSuccess: (request, { wish }) => {
      settleIntention(nameOf(wish))
      onTaken(request)
    },
    onError: (error, { wish }) => {
      const code = error instanceof ApiError ? error.code : 'internal_error'
      if (code === 'sign_in_required') {
        const passage: Passage = { why: 'ended', from: pathname }
        return navigate(signInPageFor(pathname), { state: passage })
      }
      if (!isUndecided(code)) settleIntention(nameOf(wish))
      if (code.startsWith('picture_code_')) setAsksForPicture(true)
      picture?.afterFailure(error)
      return isStale(error) ? onStale(error) : undefined
    },
  })
  return { ...sending, asksForPicture }
}
export type Wishing = ReturnType<typeof useWish>
