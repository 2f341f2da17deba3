import { MAX_STATEMENT_BYTES, StatementFaultCode } from '@rodnik/contract/staff-statements'
import type { SyntheticEvent } from 'react'
import { ApiError } from '../../lib/call.ts'
import { useStaffWords } from '../../lib/staff-words.ts'
import { useFormFaults } from '../../lib/use-form-faults.ts'
import { Field } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Pane } from '../../ui/staff/pane.tsx'
import { StaffFailure } from '../../ui/staff/staff-failure.tsx'
import { useStatement } from './statements.queries.ts'

/** A statement from the computer of the clerk. */
export function StatementPane() {
  const { statements: words, upload, refusals } = useStaffWords().registries
  const { formRef, faults, showFaults } = useFormFaults()
  const { mutate, error, isPending, data } = useStatement()

  function onSubmit(event: SyntheticEvent<HTMLFormElement>) {
    event.preventDefault()
    const file = new FormData(event.currentTarget).get('file')
    if (isPending || !(file instanceof File)) return
    const isTooLarge = file.size > MAX_STATEMENT_BYTES
    const fault = file.name === '' ? upload.noFile : file.size === 0 ? upload.empty : undefined
    const found = fault ?? (isTooLarge ? words.tooLarge : undefined)
    if (showFaults(found === undefined ? {} : { file: found })) mutate(file)
  }

  return (
    <Pane title={words.upload} isWhole>
      {error && <StaffFailure error={error} said={refusals} />}
      <WrongLines error={error} />
      {data && <Notice kind="ok" title={words.sent(data.incomingCount, data.newCount)} isUrgent />}
      <form className="find" ref={formRef} onSubmit={onSubmit} noValidate>
        <Field label={words.file} hint={words.fileHint} name="file" type="file" fault={faults['file']} />
        <button aria-disabled={isPending}>{upload.send}</button>
      </form>
    </Pane>
  )
}

/** The lines of a statement that was not taken, in plain words. */
function WrongLines({ error }: { error: Error | null }) {
  const { statements: words, statementFaults } = useStaffWords().registries
  const fields = error instanceof ApiError ? error.problem?.fields : undefined
  if (!fields) return null
  return (
    <ul aria-label={words.wrong}>
      {Object.entries(fields).map(([place, code]) => {
        const known = StatementFaultCode.safeParse(code)
        return (
          <li key={place}>
            {words.line(place.replace('line.', ''))}: {known.success ? statementFaults[known.data] : code}
          </li>
        )
      })}
    </ul>
  )
}
