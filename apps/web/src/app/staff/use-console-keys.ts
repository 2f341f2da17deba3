import { useEffect, useEffectEvent, useRef } from 'react'
import { useNavigate } from 'react-router'
import { consoleChoices } from '../../lib/console-choices.ts'
import { type Command, commandOf } from './console-keys.ts'
import type { Section } from './staff-sections.ts'

export type Window = 'palette' | 'keys'

const WAIT_MS = 1500

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (/^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) || target.isContentEditable)

function focusSearch(): boolean {
  const field = document.querySelector<HTMLInputElement>('main input[type="search"]')
  field?.focus()
  return field !== null
}

/** The keys of the console: «/» to the search, «?» shows them all, «g» and a letter to a section, Ctrl+K finds both. */
export function useConsoleKeys(sections: readonly Section[], open: (window: Window) => void): void {
  const navigate = useNavigate()
  const waitsUntil = useRef(0)
  const obey = (command: Command) => {
    waitsUntil.current = command.name === 'wait' ? performance.now() + WAIT_MS : 0
    if (command.name === 'go') return void navigate(command.to)
    if (command.name === 'palette' || command.name === 'keys') return open(command.name)
    if (command.name === 'wait' || focusSearch()) return
    // The page takes the focus when it arrives; the field takes it from there.
    void Promise.resolve(navigate('/staff')).then(() => requestAnimationFrame(focusSearch))
  }
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (document.querySelector('dialog[open]') !== null) return
    const command = commandOf(event, {
      isWaiting: performance.now() < waitsUntil.current,
      isTyping: isTyping(event.target),
      isOff: consoleChoices().areKeysOff,
      sections,
    })
    if (command === null) return
    event.preventDefault()
    obey(command)
  })
  useEffect(() => {
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])
}
