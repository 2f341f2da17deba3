import type { ReactNode } from 'react'

type Props = {
  kind: 'info' | 'ok' | 'warn' | 'stop'
  title?: string
  /** Said at once by a screen reader: for what the person has just caused. */
  isUrgent?: boolean
  children?: ReactNode
}

/** What happened and what to do, in words and colour. */
export function Notice({ kind, title, isUrgent = false, children }: Props) {
  return (
    <div className={`notice ${kind}`} role={isUrgent ? 'alert' : undefined}>
      {title && <strong>{title}</strong>}
      {children}
    </div>
  )
}
