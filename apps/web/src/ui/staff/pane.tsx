import { type ReactNode, useId } from 'react'

type Props = { title: string; isWhole?: boolean; children: ReactNode }

/** One topic of a card; `isWhole` takes the width of the page. */
export function Pane({ title, isWhole = false, children }: Props) {
  const id = useId()
  return (
    <section className={`card pane${isWhole ? ' whole' : ''}`} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  )
}
