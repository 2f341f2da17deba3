import { type ReactNode, useEffect } from 'react'
import { settleIn } from '../lib/arrival.ts'
import { useSpeech } from '../lib/language.tsx'

type Props = { title: string; heading?: ReactNode; lead?: ReactNode; children?: ReactNode }

/** The frame of every page: its title in the tab, one heading, one introduction. */
export function Page({ title, heading = title, lead, children }: Props) {
  const { words } = useSpeech()
  useEffect(() => {
    document.title = `${title} — ${words.name}`
  }, [title, words.name])
  useEffect(settleIn, [])
  return (
    <>
      <h1 tabIndex={-1}>{heading}</h1>
      {lead && <p className="lead">{lead}</p>}
      {children}
    </>
  )
}
