import { MAX_FILE_BYTES } from '@rodnik/contract/file-parts'
import { MAX_IMPORT_FILES } from '@rodnik/contract/staff-imports'
import { type SyntheticEvent, useState } from 'react'
import { useNavigate } from 'react-router'
import { useStaffWords } from '../../lib/staff-words.ts'
import { useFormFaults } from '../../lib/use-form-faults.ts'
import { Field } from '../../ui/field.tsx'
import { Pane } from '../../ui/staff/pane.tsx'
import { StaffFailure } from '../../ui/staff/staff-failure.tsx'
import { useUpload } from './imports.queries.ts'

const MAX_PERCENT = 100

/** Tables from the computer of the clerk; when they are there, the page of their run opens. */
export function UploadPane() {
  const { upload: words, refusals } = useStaffWords().imports
  const navigate = useNavigate()
  const { formRef, faults, showFaults } = useFormFaults()
  const [share, setShare] = useState(0)
  const { mutate, error, isPending } = useUpload(setShare, (id) => void navigate(`/staff/imports/${id}`))

  function onSubmit(event: SyntheticEvent<HTMLFormElement>) {
    event.preventDefault()
    if (isPending) return
    const chosen = new FormData(event.currentTarget).getAll('files')
    const files = chosen.filter((file) => file instanceof File && file.name !== '') as File[]
    const fault = faultOf(files, words)
    if (!showFaults(fault === undefined ? {} : { files: fault })) return
    setShare(0)
    mutate(files)
  }

  return (
    <Pane title={words.title} isWhole>
      {error && <StaffFailure error={error} said={refusals} />}
      <form className="find" ref={formRef} onSubmit={onSubmit} noValidate>
        <Field
          label={words.files}
          hint={words.filesHint}
          name="files"
          type="file"
          multiple
          fault={faults['files']}
        />
        <button aria-disabled={isPending}>{words.send}</button>
      </form>
      {isPending && (
        <>
          <progress
            className="wide"
            max={MAX_PERCENT}
            value={share * MAX_PERCENT}
            aria-label={words.sending}
          />
          <output>{words.stay}</output>
        </>
      )}
      <Kinds />
    </Pane>
  )
}

type Words = ReturnType<typeof useStaffWords>['imports']['upload']

function faultOf(files: readonly File[], words: Words): string | undefined {
  const empty = files.find(({ size }) => size === 0)
  if (files.length === 0) return words.noFile
  if (files.length > MAX_IMPORT_FILES) return words.tooMany
  if (empty) return words.empty(empty.name)
  return files.reduce((sum, { size }) => sum + size, 0) > MAX_FILE_BYTES ? words.tooLarge : undefined
}

/** Which tables there are, and what each must have. */
function Kinds() {
  const { upload: words, kinds } = useStaffWords().imports
  return (
    <details>
      <summary>{words.which}</summary>
      <div className="stack">
        <p>{words.whichText}</p>
        <dl className="facts-list">
          {(Object.keys(words.needs) as (keyof typeof words.needs)[]).map((kind) => (
            <div className="fact-row" key={kind}>
              <dt>{kinds[kind]}</dt>
              <dd>{words.needs[kind]}</dd>
            </div>
          ))}
        </dl>
      </div>
    </details>
  )
}
