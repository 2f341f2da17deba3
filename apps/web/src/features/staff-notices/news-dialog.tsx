import type { NewsText, StaffNews } from '@rodnik/contract/staff-news'
import { type SyntheticEvent, useState } from 'react'
import { useSpeech } from '../../lib/language.tsx'
import { useStaffWords } from '../../lib/staff-words.ts'
import { useFormFaults } from '../../lib/use-form-faults.ts'
import { useSeenVersion } from '../../lib/use-seen-version.ts'
import { ChangedMeanwhile } from '../../ui/staff/changed-meanwhile.tsx'
import { Dialog } from '../../ui/staff/dialog.tsx'
import { DialogActions } from '../../ui/staff/dialog-actions.tsx'
import { StaffFailure } from '../../ui/staff/staff-failure.tsx'
import { NewsFields } from './news-fields.tsx'
import { useNewNews, useNewsChange } from './notices.queries.ts'
import { typedNews } from './typed-news.ts'

type Common = { timeZone: string; onClose: () => void }

export function NewNewsDialog({ timeZone, onClose }: Common) {
  const { form } = useStaffWords().newsDesk
  const { mutate, isPending, error } = useNewNews()
  return (
    <Dialog title={form.newTitle} onClose={onClose} isWide>
      <NewsForm
        news={null}
        timeZone={timeZone}
        isPending={isPending}
        error={error}
        onSave={(news) => mutate(news, { onSuccess: onClose })}
        onClose={onClose}
      />
    </Dialog>
  )
}

/** `news` is what is saved at this moment: a colleague may change it while the window is open. */
export function NewsDialog({ news, timeZone, onClose }: Common & { news: StaffNews }) {
  const { form } = useStaffWords().newsDesk
  const { language } = useSpeech()
  const { seen, isBehind, accept } = useSeenVersion(news.version)
  const [opened] = useState(news)
  const { mutate, isPending, error, reset } = useNewsChange(news.id)
  return (
    <Dialog title={form.title} onClose={onClose} isWide>
      {isBehind && error && (
        <ChangedMeanwhile
          onAccept={() => {
            accept()
            reset()
          }}
        >
          <p>
            <b>{news.title[language]}</b> {news.body[language]}
          </p>
        </ChangedMeanwhile>
      )}
      <NewsForm
        news={opened}
        timeZone={timeZone}
        isPending={isPending}
        error={isBehind ? null : error}
        onSave={(text) => mutate({ version: seen, news: text }, { onSuccess: onClose })}
        onClose={onClose}
      />
    </Dialog>
  )
}

type FormProps = Common & {
  news: NewsText | null
  isPending: boolean
  error: Error | null
  onSave: (news: NewsText) => void
}

function NewsForm({ news, timeZone, isPending, error, onSave, onClose }: FormProps) {
  const { newsDesk: words, outageDesk } = useStaffWords()
  const { formRef, faults, showFaults } = useFormFaults()

  function onSubmit(event: SyntheticEvent<HTMLFormElement>) {
    event.preventDefault()
    if (isPending) return
    const typed = typedNews(new FormData(event.currentTarget), timeZone)
    const { until, text } = words.faults
    const said = typed.wrong.map((field) => [field, field === 'publishUntil' ? until : text] as const)
    if (showFaults(Object.fromEntries(said))) onSave(typed.news)
  }

  return (
    <form ref={formRef} onSubmit={onSubmit} noValidate>
      <NewsFields news={news} timeZone={timeZone} faults={faults} />
      {error && <StaffFailure error={error} said={outageDesk.refused} />}
      <DialogActions label={words.form.save} isPending={isPending} onClose={onClose} />
    </form>
  )
}
