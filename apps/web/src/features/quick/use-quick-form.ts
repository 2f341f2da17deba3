import { type SyntheticEvent, useState } from 'react'
import { ApiError, isUndecided } from '../../lib/call.ts'
import { entryFaults, entryOf } from '../../lib/entry.ts'
import { intentionFor, settleIntention } from '../../lib/intention.ts'
import { useSpeech } from '../../lib/language.tsx'
import { usePicture, wrongProof } from '../../lib/picture.queries.ts'
import { useSite } from '../../lib/site.queries.ts'
import { useFormFaults } from '../../lib/use-form-faults.ts'
import { useSubmitQuickly } from './quick.queries.ts'
import { checkRows, quickFingerprint, quickSubmissionOf } from './quick-body.ts'
import { firstRows, type QuickRow, withChange, withIssues, withRow, withSerialAsked } from './quick-rows.ts'

const NAME = 'intention.quick'

/** The form without sign-in: who, what, and the server's questions answered in place. */
export function useQuickForm() {
  const { words } = useSpeech()
  const site = useSite()
  const picture = usePicture('quick')
  const submit = useSubmitQuickly()
  const { rows, setRows, ...rowActions } = useQuickRows()
  const { formRef, faults, showFaults } = useFormFaults()

  function onError(error: Error) {
    const code = error instanceof ApiError ? error.code : 'internal_error'
    if (!isUndecided(code)) settleIntention(NAME)
    picture.afterFailure(error)
    if (!(error instanceof ApiError)) return
    if (code === 'picture_code_wrong') showFaults({ picture: wrongProof(picture, words) })
    if (code === 'readings_refused') setRows((before) => withIssues(before, error.problem?.readings ?? []))
    if (code === 'meter_not_clear') {
      const fields = error.problem?.fields ?? {}
      const { serialNeeded: several, noSuchNumber, noSuchWater } = words.quick
      setRows((before) => withSerialAsked(before, fields, { several, noSuchNumber, noSuchWater }))
    }
  }

  function onSubmit(event: SyntheticEvent<HTMLFormElement>) {
    event.preventDefault()
    if (submit.isPending) return
    const data = new FormData(event.currentTarget)
    const entry = entryOf(data, picture.proofOf(data))
    const checked = checkRows(rows, words)
    setRows(checked)
    const isEntryRight = showFaults(entryFaults(entry, site?.accountPrefix, words))
    const hasFault = checked.some((row) => row.fault.value ?? row.fault.serialEnding ?? row.issue)
    if (!isEntryRight || hasFault) return submit.reset()
    const body = quickSubmissionOf(entry, checked)
    // The answer to a picture is not part of the intention, so only the key is repeated.
    const { key } = intentionFor(NAME, null, quickFingerprint(body))
    submit.mutate({ key, body }, { onSuccess: () => settleIntention(NAME), onError })
  }

  return {
    formRef,
    faults,
    picture,
    rows,
    onSubmit,
    isSending: submit.isPending,
    error: submit.error,
    confirmation: submit.data,
    ...rowActions,
    again: () => {
      submit.reset()
      setRows(firstRows)
    },
  }
}

function useQuickRows() {
  const [rows, setRows] = useState<QuickRow[]>(firstRows)
  return {
    rows,
    setRows,
    change: (id: number, change: Partial<QuickRow>) => setRows((before) => withChange(before, id, change)),
    add: () => setRows(withRow),
    remove: (id: number) => setRows((before) => before.filter((row) => row.id !== id)),
  }
}
