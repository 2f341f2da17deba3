import { useCallback, useEffect, useState } from 'react'
import { keepForToday, loadKept } from '../../lib/field-store.ts'
import { type Draft, EMPTY_METER, emptyDraft, type MeterDraft } from './draft.ts'

const nameOf = (visitId: string) => `draft.${visitId}`

/** What is typed at the door, kept with every change: a reload, or a phone that runs dry, loses nothing. */
export function useDraft(visitId: string) {
  const [draft, setDraft] = useState<Draft | null>(null)
  useEffect(() => {
    void loadKept<Draft>(nameOf(visitId)).then((kept) => setDraft(kept ?? emptyDraft()))
  }, [visitId])

  const change = useCallback(
    (changes: Partial<Draft>) =>
      setDraft((before) => {
        const next = { ...(before ?? emptyDraft()), ...changes }
        void keepForToday(nameOf(visitId), next)
        return next
      }),
    [visitId],
  )
  const changeMeter = (meterId: string, changes: Partial<MeterDraft>) => {
    const meters = draft?.meters ?? {}
    change({ meters: { ...meters, [meterId]: { ...(meters[meterId] ?? EMPTY_METER), ...changes } } })
  }
  const forget = () => keepForToday(nameOf(visitId), undefined)
  return { draft, change, changeMeter, forget }
}
export type Drafting = ReturnType<typeof useDraft>
