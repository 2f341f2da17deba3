import { DayList } from '../../features/field/day-list.tsx'
import { LeftOver } from '../../features/field/left-over.tsx'
import type { useFieldDay } from '../../features/field/use-field-day.ts'
import type { Outbox } from '../../features/field/use-outbox.ts'
import { useFieldWords } from '../../lib/field-words.ts'
import { useSpeech } from '../../lib/language.tsx'
import { Page } from '../../ui/page.tsx'
import { PageSkeleton } from '../../ui/skeleton.tsx'

export type FieldProps = { fieldDay: ReturnType<typeof useFieldDay>; outbox: Outbox }

export function FieldDayPage({ fieldDay: { day, isPending, error, loadAgain }, outbox }: FieldProps) {
  const words = useFieldWords()
  const { format } = useSpeech()
  if (!day) return isPending || !error ? <PageSkeleton /> : <Page title={words.title} lead={words.noneKept} />
  const { today, visits } = day
  return (
    <Page title={words.title} lead={words.day(format.day(today, today), words.count(visits.length))}>
      <LeftOver
        outbox={outbox}
        inspectorId={day.inspectorId}
        visitIds={new Set(visits.map(({ id }) => id))}
      />
      {visits.length === 0 ? <p>{words.none}</p> : <DayList visits={visits} entryOf={outbox.entryOf} />}
      <p className="actions">
        <button type="button" className="quiet" onClick={() => void loadAgain()}>
          {words.reload}
        </button>
      </p>
    </Page>
  )
}
