import type { Section } from './staff-sections.ts'

export type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

export type Command =
  | { name: 'palette' }
  | { name: 'search' }
  | { name: 'keys' }
  /** «g» was pressed: the next key names a section. */
  | { name: 'wait' }
  | { name: 'go'; to: string }

type State = {
  isWaiting: boolean
  isTyping: boolean
  /** Keys without Ctrl are switched off. */
  isOff: boolean
  sections: readonly Pick<Section, 'key' | 'to'>[]
}

/** The same key of the Russian keyboard gives «.» and, with Shift, «,». */
const isSlash = ({ key, code, shiftKey }: Pressed) =>
  key === '/' || (code === 'Slash' && key === '.' && !shiftKey)
const isQuestion = ({ key, code, shiftKey }: Pressed) =>
  key === '?' || (code === 'Slash' && key === ',' && shiftKey)

/** What a pressed key means; null: it is the browser's, or the page's. */
export function commandOf(pressed: Pressed, state: State): Command | null {
  const isHeld = pressed.ctrlKey || pressed.metaKey
  if (isHeld && !pressed.altKey && pressed.code === 'KeyK') return { name: 'palette' }
  const isForUs = !state.isOff && !state.isTyping && !isHeld && !pressed.altKey
  return isForUs ? alone(pressed, state) : null
}

function alone(pressed: Pressed, { isWaiting, sections }: State): Command | null {
  const section = isWaiting ? sections.find(({ key }) => key === pressed.code) : undefined
  if (section) return { name: 'go', to: section.to }
  if (isSlash(pressed)) return { name: 'search' }
  if (isQuestion(pressed)) return { name: 'keys' }
  return pressed.code === 'KeyG' ? { name: 'wait' } : null
}
