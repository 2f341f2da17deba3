import { useSyncExternalStore } from 'react'

const KEY = 'rodnik.signed-in'

/** Whose pages the menu offers. It tells nothing about the person, and nothing is decided by it. */
export type SignedInAs = 'person' | 'staff'

const listeners = new Set<() => void>()
/** For browsers that forbid storage: as long as the page is open. */
let inMemory: string | null = null

function read(): string | null {
  try {
    return localStorage.getItem(KEY)
  } catch {
    return inMemory
  }
}

/** True where the browser remembers such things and has nothing: no session can be open here. */
export function isSurelySignedOut(): boolean {
  try {
    return localStorage.getItem(KEY) === null
  } catch {
    return false
  }
}

function write(mark: SignedInAs | null): void {
  inMemory = mark
  try {
    if (mark) localStorage.setItem(KEY, mark)
    else localStorage.removeItem(KEY)
  } catch {
    // Kept in memory above.
  }
  for (const listener of listeners) listener()
}

/** Notes that someone has signed in here, so that only such browsers ask for the session. */
export const markSignedIn = (as: SignedInAs): void => write(as)

export const markSignedOut = (): void => write(null)

function subscribe(listener: () => void) {
  listeners.add(listener)
  addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    removeEventListener('storage', listener)
  }
}

/** Who has signed in here and not left; the session itself may have ended since. Other tabs count too. */
export function useSignedInMark(): SignedInAs | null {
  const mark = useSyncExternalStore(subscribe, read)
  return mark === 'person' || mark === 'staff' ? mark : null
}
