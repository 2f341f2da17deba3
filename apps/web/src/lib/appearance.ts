import { useSyncExternalStore } from 'react'

const KEY = 'rodnik.appearance'

export type Theme = 'light' | 'dark'
export type LargePrint = 'black-on-white' | 'white-on-black' | 'blue-on-cream'

/** Absent theme: as the device has it. Absent print: the usual size. */
type Appearance = { theme?: Theme; print?: LargePrint }

const listeners = new Set<() => void>()
const root = document.documentElement

// The attributes of <html> are the only store: appearance.js has set them before the first paint.
const snapshot = () => JSON.stringify({ theme: root.dataset['theme'], print: root.dataset['print'] })

/** Leaving wipes what the site has stored in this browser; the look is kept, it tells nothing about a person. */
export function rememberAppearance(): void {
  try {
    localStorage.setItem(KEY, snapshot())
  } catch {
    // A browser that forbids storage forgets the choice with the page.
  }
}

function choose(appearance: Appearance): void {
  delete root.dataset['theme']
  delete root.dataset['print']
  Object.assign(root.dataset, appearance)
  rememberAppearance()
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The chosen look and the way to change it; the choice is remembered on this device. */
export function useAppearance() {
  const appearance = JSON.parse(useSyncExternalStore(subscribe, snapshot)) as Appearance
  return { appearance, choose }
}
