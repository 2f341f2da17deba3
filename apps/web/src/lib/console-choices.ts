import { useSyncExternalStore } from 'react'

const KEY = 'rodnik.console'

/** How a member of staff has arranged the console in this browser. */
export type ConsoleChoices = {
  isRailHidden: boolean
  closedGroups: string[]
  /** Keys without Ctrl do nothing: for those who speak to the computer (WCAG 2.1.4). */
  areKeysOff: boolean
}

const USUAL: ConsoleChoices = { isRailHidden: false, closedGroups: [], areKeysOff: false }

function read(): ConsoleChoices {
  try {
    return { ...USUAL, ...(JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<ConsoleChoices>) }
  } catch {
    return USUAL
  }
}

const listeners = new Set<() => void>()
let choices = read()

/** Leaving wipes what is stored in this browser; the arrangement is kept, it tells nothing about a person. */
export function rememberConsole(): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(choices))
  } catch {
    // A browser that forbids storage forgets it with the page.
  }
}

export const consoleChoices = (): ConsoleChoices => choices

export function arrangeConsole(change: Partial<ConsoleChoices>): void {
  choices = { ...choices, ...change }
  rememberConsole()
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useConsoleChoices = (): ConsoleChoices => useSyncExternalStore(subscribe, consoleChoices)
