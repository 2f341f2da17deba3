import type { OutageNotice, StaffOutage } from '@rodnik/contract/staff-outages'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { EndDialog } from '../../features/staff-notices/end-dialog.tsx'
import {
  outageQuery,
  useNewOutage,
  useOutageCancel,
  useOutageChange,
} from '../../features/staff-notices/notices.queries.ts'
import { NoticeInShort, OutageForm } from '../../features/staff-notices/outage-form.tsx'
import { siteQuery } from '../../lib/site.queries.ts'
import { useHasRole } from '../../lib/staff-roles.ts'
import { useStaffWords } from '../../lib/staff-words.ts'
import { useCityTime } from '../../lib/use-city-time.ts'
import { useSeenVersion } from '../../lib/use-seen-version.ts'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { ChangedMeanwhile } from '../../ui/staff/changed-meanwhile.tsx'
import { ReasonDialog } from '../../ui/staff/reason-dialog.tsx'
import { StaffLoaded } from '../../ui/staff/staff-loaded.tsx'

function Back() {
  const { form } = useStaffWords().outageDesk
  return (
    <p className="to-list">
      <Link to="/staff/outages">{form.back}</Link>
    </p>
  )
}

/** An outage that nobody has written down yet. */
function NewOutage() {
  const { form } = useStaffWords().outageDesk
  const site = useQuery(siteQuery)
  const navigate = useNavigate()
  const { mutate, isPending, error } = useNewOutage()
  return (
    <StaffLoaded query={site}>
      {({ timeZone }) => (
        <Page title={form.newTitle}>
          <Back />
          <OutageForm
            notice={null}
            timeZone={timeZone}
            label={form.publish}
            isPending={isPending}
            error={error}
            onSave={(notice) => mutate(notice, { onSuccess: () => void navigate('/staff/outages') })}
          />
        </Page>
      )}
    </StaffLoaded>
  )
}

/** A new outage, or one that everybody reads. */
export function OutagePage() {
  const { id = '' } = useParams()
  return id === 'new' ? <NewOutage /> : <KnownOutage key={id} id={id} />
}

function KnownOutage({ id }: { id: string }) {
  const site = useQuery(siteQuery)
  const query = useQuery(outageQuery(id))
  return (
    <StaffLoaded query={site}>
      {({ timeZone }) => (
        <StaffLoaded query={query}>
          {(outage) => <Outage key={outage.id} outage={outage} timeZone={timeZone} />}
        </StaffLoaded>
      )}
    </StaffLoaded>
  )
}

const noticeOf = (outage: StaffOutage): OutageNotice => {
  const { kind, services, title, advice, water, startsAt, expectedEndAt, streets } = outage
  return { kind, services, title, advice, water, startsAt, expectedEndAt, streets }
}

type Props = { outage: StaffOutage; timeZone: string }

/** Changed, ended or called off by those whose work it is; read by the others. */
function Outage({ outage, timeZone }: Props) {
  const { outageDesk: words } = useStaffWords()
  const { moment } = useCityTime()
  const isOpen = useHasRole(['operator', 'administrator']) && outage.cancelReason === null
  return (
    <Page title={words.form.title} lead={words.form.recorded(moment(outage.recordedAt), outage.recordedBy)}>
      <Back />
      {outage.cancelReason !== null && <Notice kind="info" title={words.cancelled(outage.cancelReason)} />}
      {isOpen ? <Editor outage={outage} timeZone={timeZone} /> : <NoticeInShort notice={noticeOf(outage)} />}
    </Page>
  )
}

function Editor({ outage, timeZone }: Props) {
  const { outageDesk: words } = useStaffWords()
  const { seen, isBehind, accept, follow } = useSeenVersion(outage.version)
  const change = useOutageChange(outage.id)
  // What was on the page when it was opened: what a colleague saves must not take the place of what is typed.
  const [opened] = useState(() => noticeOf(outage))
  const isRefused = isBehind && change.error !== null
  return (
    <>
      <Steps outage={outage} timeZone={timeZone} onDone={({ version }) => follow(version)} />
      {isRefused && (
        <ChangedMeanwhile
          onAccept={() => {
            accept()
            change.reset()
          }}
        >
          <NoticeInShort notice={noticeOf(outage)} />
        </ChangedMeanwhile>
      )}
      {change.isSuccess && <Notice kind="ok" title={words.form.saved} isUrgent />}
      <OutageForm
        notice={opened}
        timeZone={timeZone}
        label={words.form.save}
        isPending={change.isPending}
        error={isRefused ? null : change.error}
        onSave={(notice) =>
          change.mutate({ version: seen, notice }, { onSuccess: ({ version }) => follow(version) })
        }
      />
    </>
  )
}

type StepsProps = Props & { onDone: (outage: StaffOutage) => void }

function Steps({ outage, timeZone, onDone }: StepsProps) {
  const { outageDesk: words } = useStaffWords()
  const [open, setOpen] = useState<'end' | 'cancel' | null>(null)
  const cancel = useOutageCancel(outage.id)
  const close = () => setOpen(null)
  return (
    <>
      <p className="actions">
        {outage.state !== 'planned' && (
          <button type="button" className="quiet" onClick={() => setOpen('end')}>
            {words.end.open}
          </button>
        )}
        {outage.endedAt === null && (
          <button type="button" className="quiet" onClick={() => setOpen('cancel')}>
            {words.cancel.open}
          </button>
        )}
      </p>
      {open === 'end' && <EndDialog outage={outage} timeZone={timeZone} onDone={onDone} onClose={close} />}
      {open === 'cancel' && (
        <ReasonDialog
          title={words.cancel.open}
          text={words.cancel.text}
          error={cancel.error}
          isPending={cancel.isPending}
          said={words.refused}
          onReason={(reason) =>
            cancel.mutate(
              { version: outage.version, reason },
              {
                onSuccess: (done) => {
                  onDone(done)
                  close()
                },
              },
            )
          }
          onClose={close}
        />
      )}
    </>
  )
}
