import type { QueryClient } from '@tanstack/react-query'
import { rememberAppearance } from './appearance.ts'
import { forgetAll } from './kept.ts'

/** What another account saw in this tab must not show for a moment in the next one. */
export function forgetOthers(queryClient: QueryClient): void {
  queryClient.removeQueries({ predicate: (query) => query.queryKey[0] !== 'site' })
}

/** The person has left: nothing typed and nothing seen stays, the look of the site does. */
export function forgetPerson(queryClient: QueryClient): void {
  forgetAll()
  rememberAppearance()
  forgetOthers(queryClient)
}
