import type { Cabinet } from '@rodnik/contract/cabinet'
import type { Meter } from '@rodnik/contract/meters'
import type { Doubt, ReadingIssue } from '@rodnik/contract/reading-issue'
import { useState } from 'react'
import { type Judged, judgeTyped } from './judge-typed.ts'
import { draftName, useDraft } from './use-draft.ts'

export type Row = {
  meter: Meter
  typed: string
  confirmed: Doubt[]
  judged: Judged
  /** The person has finished typing, so a refusal may be shown. */
  isSettled: boolean
}

/** The server knew more than the page: its verdict stands until the digits change. */
function withServer(judged: Judged, issue: ReadingIssue | undefined): Judged {
  if (!issue || !('valueLitres' in judged)) return judged
  return { ...issue, valueLitres: judged.valueLitres } as Judged
}

/** The table being filled in: what is typed, what the rules say, what may already be shown. */
export function useReadings(cabinet: Cabinet) {
  const { draft, type, confirm } = useDraft(draftName(cabinet))
  const [settled, setSettled] = useState<ReadonlySet<string>>(
    () => new Set(Object.keys(draft.typed).filter((id) => draft.typed[id] !== '')),
  )
  const [issues, setIssues] = useState<Record<string, ReadingIssue>>({})

  const dropIssue = (meterId: string) => setIssues(({ [meterId]: _dropped, ...others }) => others)

  const rows: Row[] = cabinet.meters.map((meter) => {
    const typed = draft.typed[meter.id] ?? ''
    const confirmed = draft.confirmed[meter.id] ?? []
    const judged = withServer(judgeTyped(typed, meter, confirmed, cabinet), issues[meter.id])
    return { meter, typed, confirmed, judged, isSettled: settled.has(meter.id) }
  })

  return {
    rows,
    type: (meterId: string, typed: string) => {
      dropIssue(meterId)
      setSettled((before) => new Set([...before].filter((id) => id !== meterId)))
      type(meterId, typed)
    },
    /** Puts a suggested value in place of the typed one: nothing is left to type, so it is judged at once. */
    replace: (meterId: string, typed: string) => {
      dropIssue(meterId)
      setSettled((before) => new Set([...before, meterId]))
      type(meterId, typed)
    },
    confirm: (meterId: string, doubt: Doubt) => {
      dropIssue(meterId)
      confirm(meterId, doubt)
    },
    settle: (...meterIds: string[]) => setSettled((before) => new Set([...before, ...meterIds])),
    showIssues: (found: readonly ReadingIssue[], sent: readonly { meterId: string }[]) =>
      setIssues(Object.fromEntries(found.map((issue) => [sent[issue.index]?.meterId ?? '', issue]))),
  }
}

export type Readings = ReturnType<typeof useReadings>
