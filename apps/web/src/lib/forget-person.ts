import type { QueryClient } from '@tanstack/react-query'
import { rememberAppearance } from './appearance.ts'
import { hasKeptDay } from './field-mark.ts'
import { forgetAll } from './kept.ts'

/** What another account saw in this tab must not show for a moment in the next one. */
export function forgetOthers(queryClient: QueryClient): void {
  queryClient.removeQueries({ predicate: (query) => query.queryKey[0] !== 'site' })
}

/** The person has left: nothing typed and nothing seen stays, the look of the site does. */
export function forgetPerson(queryClient: QueryClient): void {
  void forgetFieldDay()
  forgetAll()
  rememberAppearance()
  forgetOthers(queryClient)
}

/** Addresses and phones of an inspector's day; nobody else downloads what wipes them. */
async function forgetFieldDay(): Promise<void> {
  if (!hasKeptDay()) return
  const { wipeDay } = await import('./field-store.ts')
  await wipeDay()
}
