import type { ReactNode } from 'react'

type Props = { label: string; children: ReactNode }

/** A wide table scrolls in its own frame; what stands in its rows brings the keyboard there. */
export function TableFrame({ label, children }: Props) {
  return (
    <div className="table">
      <table aria-label={label}>{children}</table>
    </div>
  )
}
