import { useStaffWords } from '../../lib/staff-words.ts'

/** What the keys do, where they do it. */
export function KeysLine() {
  const { keys } = useStaffWords().requestQueue
  return (
    <p className="row-keys">
      <span className="unknown">{keys.title}:</span> <kbd>J</kbd> {keys.or} <kbd>↓</kbd>, <kbd>K</kbd>{' '}
      {keys.or} <kbd>↑</kbd> {keys.move}; <kbd>Enter</kbd> {keys.open}; <kbd>X</kbd> {keys.pick}
    </p>
  )
}
