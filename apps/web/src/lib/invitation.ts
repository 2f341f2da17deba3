const KEY = 'rodnik.kept.invitation'
/** As long as the link of the letter works. */
const DAYS = 7
const DAY_MS = 24 * 60 * 60 * 1000

type Kept = { token: string; until: number }

/** For browsers that forbid storage: as long as the page is open. */
let inMemory: string | null = null

/**
 * Keeps the token of an invitation for all tabs: whoever registers first comes back in the tab that the activation
 * letter opens. Nobody but the owner of the invited address can use it, and it goes when the person signs out.
 */
export function keepInvitation(token: string): void {
  inMemory = token
  try {
    localStorage.setItem(KEY, JSON.stringify({ token, until: Date.now() + DAYS * DAY_MS } satisfies Kept))
  } catch {
    // Kept in memory above.
  }
}

/** The token of the invitation that waits here; null where there is none. */
export function keptInvitation(): string | null {
  try {
    const found = JSON.parse(localStorage.getItem(KEY) ?? 'null') as Partial<Kept> | null
    return typeof found?.token === 'string' && Number(found.until) > Date.now() ? found.token : inMemory
  } catch {
    return inMemory
  }
}

export function forgetInvitation(): void {
  inMemory = null
  try {
    localStorage.removeItem(KEY)
  } catch {
    // There was nothing to forget but the memory above.
  }
}
