import { type ReactNode, useEffect, useId, useRef } from 'react'

type Props = {
  title: string
  /** Asked when the person presses Esc. Without it the window closes by its own buttons only. */
  onClose?: () => void
  /** Has a table in it. */
  isWide?: boolean
  children: ReactNode
}

/** A native modal window: the browser keeps the focus in it and gives it back to where it came from. */
export function Dialog({ title, onClose, isWide = false, children }: Props) {
  const ref = useRef<HTMLDialogElement>(null)
  const headingId = useId()
  useEffect(() => {
    const dialog = ref.current
    if (!dialog?.open) dialog?.showModal()
    return () => dialog?.close()
  }, [])
  return (
    <dialog
      ref={ref}
      className={isWide ? 'stack wide' : 'stack'}
      aria-labelledby={headingId}
      onCancel={(event) => {
        event.preventDefault()
        onClose?.()
      }}
    >
      <h2 id={headingId}>{title}</h2>
      {children}
    </dialog>
  )
}
