import { MAX_FILE_BYTES } from '@rodnik/contract/file-parts'
import type { BankProfileTitle } from '@rodnik/contract/staff-registries'
import { type SyntheticEvent, useId, useState } from 'react'
import { textOf } from '../../lib/form-text.ts'
import { useStaffWords } from '../../lib/staff-words.ts'
import { useFormFaults } from '../../lib/use-form-faults.ts'
import { Field } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Pane } from '../../ui/staff/pane.tsx'
import { StaffFailure } from '../../ui/staff/staff-failure.tsx'
import { useUpload } from './registries.queries.ts'

const MAX_PERCENT = 100

/** A file from the computer of the clerk; which bank it is of is told by it, unless somebody says. */
export function UploadPane({ profiles }: { profiles: BankProfileTitle[] }) {
  const { upload: words, refusals } = useStaffWords().registries
  const { formRef, faults, showFaults } = useFormFaults()
  const [share, setShare] = useState(0)
  const { mutate, error, isPending, isSuccess } = useUpload(setShare)

  function onSubmit(event: SyntheticEvent<HTMLFormElement>) {
    event.preventDefault()
    if (isPending) return
    const data = new FormData(event.currentTarget)
    const file = data.get('file')
    if (!(file instanceof File)) return
    const fault = faultOf(file, words)
    if (!showFaults(fault === undefined ? {} : { file: fault })) return
    setShare(0)
    mutate({ file, profile: textOf(data, 'profile') || null })
  }

  return (
    <Pane title={words.title} isWhole>
      {error && <StaffFailure error={error} said={refusals} />}
      {isSuccess && <Notice kind="ok" title={words.sent} isUrgent />}
      <form className="find" ref={formRef} onSubmit={onSubmit} noValidate>
        <Field label={words.file} hint={words.fileHint} name="file" type="file" fault={faults['file']} />
        <ProfileChoice profiles={profiles.filter(({ hasPayments }) => hasPayments)} />
        <button aria-disabled={isPending}>{words.send}</button>
      </form>
      {isPending && (
        <progress className="wide" max={MAX_PERCENT} value={share * MAX_PERCENT} aria-label={words.sending} />
      )}
    </Pane>
  )
}

type Words = ReturnType<typeof useStaffWords>['registries']['upload']

function faultOf(file: File, words: Words): string | undefined {
  if (file.name === '') return words.noFile
  if (file.size === 0) return words.empty
  return file.size > MAX_FILE_BYTES ? words.tooLarge : undefined
}

function ProfileChoice({ profiles }: { profiles: BankProfileTitle[] }) {
  const { upload: words } = useStaffWords().registries
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{words.profile}</label>
      <select id={id} name="profile" defaultValue="">
        <option value="">{words.byShape}</option>
        {profiles.map(({ name, title }) => (
          <option key={name} value={name}>
            {title}
          </option>
        ))}
      </select>
    </div>
  )
}
