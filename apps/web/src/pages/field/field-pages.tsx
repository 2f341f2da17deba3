import { Route, Routes } from 'react-router'
import { useFieldDay } from '../../features/field/use-field-day.ts'
import { useFieldWorker } from '../../features/field/use-field-worker.ts'
import { useOutbox } from '../../features/field/use-outbox.ts'
import { FieldDayPage } from './field-day-page.tsx'
import { FieldFrame } from './field-frame.tsx'
import { FieldVisitPage } from './field-visit-page.tsx'
import '../../ui/styles/accounts.css'
import '../../ui/styles/field.css'

/** The inspector's phone: a site of its own, that opens and records without a network. */
export function FieldPages() {
  useFieldWorker()
  const day = useFieldDay()
  const outbox = useOutbox(day.day?.inspectorId)
  return (
    <FieldFrame error={day.error}>
      <Routes>
        <Route index element={<FieldDayPage fieldDay={day} outbox={outbox} />} />
        <Route path=":visitId" element={<FieldVisitPage fieldDay={day} outbox={outbox} />} />
      </Routes>
    </FieldFrame>
  )
}
