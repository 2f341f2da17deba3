import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query'
import { ApiError, isUndecided } from './call.ts'
import { headersOf, intentionFor, settleIntention } from './intention.ts'

type Keyed<Body, Answer> = {
  name: string
  key: QueryKey
  send: (body: Body, headers: ReturnType<typeof headersOf>) => Promise<Answer>
}

/** What is to happen once, however often it is pressed, and after a lost answer too; then what it changes is loaded anew. */
export function useKeyedMutation<Body, Answer>({ name, key, send }: Keyed<Body, Answer>) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (wish: Body) => {
      const intention = intentionFor(name, wish, JSON.stringify(wish))
      return send(intention.body, headersOf(intention.key))
    },
    onSettled: (_answer, error) => {
      if (!(error instanceof ApiError && isUndecided(error.code))) settleIntention(name)
      return queryClient.invalidateQueries({ queryKey: key })
    },
  })
}
