import { DOCUMENT_ACCEPT } from '@rodnik/contract/staff-library'
import { useId, useState } from 'react'
import { ApiError } from '../../lib/call.ts'
import { useStaffWords } from '../../lib/staff-words.ts'
import { useDocumentUpload } from './library.queries.ts'

type Props = { fault: string | undefined; onFile: (attachmentId: string | null) => void }

/** A document of the office: it is sent and checked as soon as it is chosen. */
export function DocumentFileField({ fault, onFile }: Props) {
  const { file: words } = useStaffWords().documentsDesk
  const id = useId()
  const [share, setShare] = useState(0)
  const upload = useDocumentUpload(setShare)
  const refusal = useRefusal(upload.error) ?? fault

  function take(file: File | undefined) {
    onFile(null)
    if (file) upload.mutate(file, { onSuccess: ({ id: attachmentId }) => onFile(attachmentId) })
  }

  return (
    <div className="field">
      <label htmlFor={id}>{words.label}</label>
      <input
        id={id}
        type="file"
        accept={DOCUMENT_ACCEPT}
        aria-invalid={refusal ? true : undefined}
        aria-describedby={`${id}-hint ${id}-state`}
        onChange={({ currentTarget }) => take(currentTarget.files?.[0])}
      />
      <p className="hint" id={`${id}-hint`}>
        {words.hint}
      </p>
      <output className={refusal ? 'fault' : undefined} id={`${id}-state`}>
        {refusal}
        {upload.isPending && (share < 1 ? words.sending(Math.round(share * 100)) : words.checking)}
        {upload.data && words.done(upload.data.name)}
      </output>
    </div>
  )
}

function useRefusal(error: Error | null): string | undefined {
  const { file, refusals } = useStaffWords().documentsDesk
  if (!error) return undefined
  const why = error instanceof ApiError ? error.problem?.fields?.['file'] : undefined
  return (why === undefined ? undefined : refusals[why]) ?? file.failed
}
