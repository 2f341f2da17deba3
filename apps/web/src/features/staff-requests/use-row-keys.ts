import { type RefObject, useEffect } from 'react'
import { keep, kept } from '../../lib/kept.ts'

const LAST = 'request-row'

/** The row whose request was opened last: the keys go on from there. */
export const rememberRow = (id: string): void => keep(LAST, id)

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) &&
  !(target instanceof HTMLInputElement && target.type === 'checkbox')

const isOurs = (event: KeyboardEvent) =>
  !event.ctrlKey &&
  !event.metaKey &&
  !event.altKey &&
  !isTyping(event.target) &&
  document.querySelector('dialog[open]') === null

/** By the place of the key: on a Russian keyboard J types «о». */
const STEPS: Partial<Record<string, number>> = { KeyJ: 1, KeyK: -1, ArrowDown: 1, ArrowUp: -1 }

const rowsOf = (place: HTMLElement) => [...place.querySelectorAll<HTMLElement>('tbody tr[data-request]')]

function move(place: HTMLElement, step: number): void {
  const rows = rowsOf(place)
  const here = rows.findIndex((row) => row.contains(document.activeElement))
  const last = rows.findIndex((row) => row.dataset['request'] === kept(LAST))
  const next = here === -1 ? rows[Math.max(last, 0)] : rows[here + step]
  next?.querySelector('a')?.focus()
  next?.scrollIntoView({ block: 'nearest' })
}

/** J and K lead from row to row from anywhere, arrows within the list; X selects the row one stands on. */
export function useRowKeys(ref: RefObject<HTMLElement | null>, onToggle: (id: string) => void): void {
  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      const place = ref.current
      if (!place || !isOurs(event)) return
      const row = document.activeElement?.closest<HTMLElement>('tr[data-request]')
      const step = STEPS[event.code]
      if (step !== undefined && (row || event.code.startsWith('Key'))) {
        event.preventDefault()
        move(place, step)
      }
      const id = row?.dataset['request']
      if (event.code === 'KeyX' && id !== undefined) {
        event.preventDefault()
        onToggle(id)
      }
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [ref, onToggle])
}
