import type { FieldVisit, VisitResult } from '@rodnik/contract/field-visits'
import { Link, useParams } from 'react-router'
import type { OutboxEntry } from '../../features/field/outbox-rules.ts'
import { SendingNote } from '../../features/field/sending-note.tsx'
import { useDraft } from '../../features/field/use-draft.ts'
import { VisitFacts } from '../../features/field/visit-facts.tsx'
import { VisitForm } from '../../features/field/visit-form.tsx'
import { useFieldWords } from '../../lib/field-words.ts'
import { newKey } from '../../lib/new-key.ts'
import { NotFound } from '../../ui/not-found.tsx'
import { Page } from '../../ui/page.tsx'
import { PageSkeleton } from '../../ui/skeleton.tsx'
import type { FieldProps } from './field-day-page.tsx'

export function FieldVisitPage({ fieldDay: { day, isPending }, outbox }: FieldProps) {
  const { visitId = '' } = useParams()
  if (!day) return isPending ? <PageSkeleton /> : <NotFound />
  const visit = day.visits.find(({ id }) => id === visitId)
  if (!visit) return <NotFound />
  return <VisitPage key={visitId} visit={visit} inspectorId={day.inspectorId} outbox={outbox} />
}

type Props = { visit: FieldVisit; inspectorId: string; outbox: FieldProps['outbox'] }

function VisitPage({ visit, inspectorId, outbox }: Props) {
  const words = useFieldWords()
  const drafting = useDraft(visit.id)
  const entry = outbox.entryOf(visit.id)

  const onResult = (result: VisitResult) =>
    void outbox.add({
      key: newKey(),
      visitId: visit.id,
      inspectorId,
      day: visit.day,
      result,
      state: 'waiting',
      actNumber: null,
      refusal: null,
      photos: (drafting.draft?.photos ?? []).map(({ key, takenAt }) => ({ key, takenAt })),
    } satisfies OutboxEntry)

  return (
    <Page title={visit.address}>
      <p className="back">
        <Link to="/staff/field">{words.back}</Link>
      </p>
      {entry && <SendingNote entry={entry} outbox={outbox} />}
      <VisitFacts visit={visit} />
      {!entry && visit.state === 'booked' && (
        <VisitForm visit={visit} drafting={drafting} onResult={onResult} />
      )}
    </Page>
  )
}
