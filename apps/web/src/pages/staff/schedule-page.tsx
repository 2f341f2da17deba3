import type { OfficeSchedule, StaffTopic } from '@rodnik/contract/staff-offices'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { OutsidePane } from '../../features/staff-schedules/outside-pane.tsx'
import { ScheduleForm } from '../../features/staff-schedules/schedule-form.tsx'
import {
  scheduleQuery,
  topicsQuery,
  useNewOffice,
  usePreview,
  useSchedule,
} from '../../features/staff-schedules/schedules.queries.ts'
import { newPlan, planInWords } from '../../features/staff-schedules/typed-plan.ts'
import { useSpeech } from '../../lib/language.tsx'
import { useStaffWords } from '../../lib/staff-words.ts'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { StaffFailure } from '../../ui/staff/staff-failure.tsx'
import { StaffLoaded } from '../../ui/staff/staff-loaded.tsx'

/** The schedule of one office. */
export function SchedulePage() {
  const { id = '' } = useParams()
  const schedule = useQuery(scheduleQuery(id))
  const topics = useQuery(topicsQuery)
  return (
    <StaffLoaded query={topics}>
      {({ topics: all }) => (
        <StaffLoaded query={schedule}>
          {(loaded) => <Schedule key={loaded.id} loaded={loaded} topics={all} />}
        </StaffLoaded>
      )}
    </StaffLoaded>
  )
}

function BackToOffices() {
  const { form } = useStaffWords().schedules
  return (
    <p className="head">
      <Link to="/staff/schedules">{form.back}</Link>
    </p>
  )
}

function Schedule({ loaded, topics }: { loaded: OfficeSchedule; topics: StaffTopic[] }) {
  const { schedules: words } = useStaffWords()
  const { language } = useSpeech()
  const [saved, setSaved] = useState(loaded)
  const preview = usePreview(loaded.id)
  const saving = useSchedule(loaded.id)
  // What was checked last is what counts: a saved schedule, or the one that is being thought of.
  const outside = (preview.data ?? saving.data)?.outside
  return (
    <Page title={words.open(saved.name[language])}>
      <BackToOffices />
      <ScheduleForm
        key={saved.version}
        first={planInWords(saved)}
        topics={topics}
        isSaving={saving.isPending}
        onPreview={(plan) => {
          saving.reset()
          preview.mutate(plan)
        }}
        onSave={(plan) => {
          preview.reset()
          saving.mutate({ version: saved.version, plan }, { onSuccess: ({ schedule }) => setSaved(schedule) })
        }}
      >
        {saving.error && <StaffFailure error={saving.error} said={words.refused} />}
        {preview.error && <StaffFailure error={preview.error} said={words.refused} />}
        {saving.data && <Notice kind="ok" title={words.form.saved} isUrgent />}
        {outside && <OutsidePane outside={outside} timeZone={saved.timeZone} />}
      </ScheduleForm>
    </Page>
  )
}

/** An office that is about to open. */
export function NewOfficePage() {
  const { schedules: words } = useStaffWords()
  const navigate = useNavigate()
  const topics = useQuery(topicsQuery)
  const adding = useNewOffice()
  return (
    <StaffLoaded query={topics}>
      {({ topics: all }) => (
        <Page title={words.form.newTitle}>
          <BackToOffices />
          <ScheduleForm
            first={newPlan()}
            topics={all}
            isSaving={adding.isPending}
            onSave={(plan) =>
              adding.mutate(plan, { onSuccess: ({ id }) => void navigate(`/staff/schedules/${id}`) })
            }
          >
            {adding.error && <StaffFailure error={adding.error} said={words.refused} />}
          </ScheduleForm>
        </Page>
      )}
    </StaffLoaded>
  )
}
