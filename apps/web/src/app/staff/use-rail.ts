import { useState, useSyncExternalStore } from 'react'
import { arrangeConsole, useConsoleChoices } from '../../lib/console-choices.ts'

/** As in the style sheet: narrower, the rail lies over the page and is closed until it is asked for. */
const narrow = matchMedia('(max-width: 900px)')

const subscribe = (listener: () => void) => {
  narrow.addEventListener('change', listener)
  return () => narrow.removeEventListener('change', listener)
}

/** Whether the sections are shown: on a wide screen until they are hidden, on a narrow one when they are asked for. */
export function useRail() {
  const isNarrow = useSyncExternalStore(subscribe, () => narrow.matches)
  const { isRailHidden } = useConsoleChoices()
  const [isAsked, setAsked] = useState(false)
  return {
    isShown: isNarrow ? isAsked : !isRailHidden,
    toggle: () => (isNarrow ? setAsked(!isAsked) : arrangeConsole({ isRailHidden: !isRailHidden })),
    onGo: () => setAsked(false),
  }
}
