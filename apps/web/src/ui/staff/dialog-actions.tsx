import { useStaffWords } from '../../lib/staff-words.ts'

type Props = { label: string; isPending: boolean; onClose: () => void }

/** The end of a form in a window: send it, or leave. */
export function DialogActions({ label, isPending, onClose }: Props) {
  const { frame } = useStaffWords()
  return (
    <p className="actions">
      <button aria-disabled={isPending}>{label}</button>
      <button type="button" className="quiet" onClick={onClose}>
        {frame.cancel}
      </button>
    </p>
  )
}
