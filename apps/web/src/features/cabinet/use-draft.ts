import type { Cabinet } from '@rodnik/contract/cabinet'
import type { Doubt } from '@rodnik/contract/reading-issue'
import { useState } from 'react'
import { keep, kept } from '../../lib/kept.ts'

/** What the person has typed and confirmed, by meter. */
export type Draft = { typed: Record<string, string>; confirmed: Record<string, Doubt[]> }

const EMPTY: Draft = { typed: {}, confirmed: {} }

/** One account, one month: what another person typed in this tab never shows up here. */
export const draftName = ({ account, window }: Cabinet) => `draft.${account.number}.${window.period}`

/** The draft survives a reload and a session that has ended; it is forgotten once the readings are taken. */
export function useDraft(name: string) {
  const [draft, setDraft] = useState<Draft>(() => ({ ...EMPTY, ...(kept(name) as Draft | null) }))

  const change = (next: Draft) => {
    setDraft(next)
    keep(name, next)
  }
  return {
    draft,
    /** New digits are a new question: what was confirmed about the old ones no longer counts. */
    type: (meterId: string, typed: string) =>
      change({
        typed: { ...draft.typed, [meterId]: typed },
        confirmed: { ...draft.confirmed, [meterId]: [] },
      }),
    confirm: (meterId: string, doubt: Doubt) =>
      change({
        ...draft,
        confirmed: { ...draft.confirmed, [meterId]: [...(draft.confirmed[meterId] ?? []), doubt] },
      }),
  }
}
