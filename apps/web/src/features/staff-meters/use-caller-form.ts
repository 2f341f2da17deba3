import type { DeskMeter } from '@rodnik/contract/meter-works'
import type { Doubt } from '@rodnik/contract/reading-issue'
import { type SyntheticEvent, useState } from 'react'
import { ApiError } from '../../lib/call.ts'
import { useSpeech } from '../../lib/language.tsx'
import { useStaffWords } from '../../lib/staff-words.ts'
import { useFormFaults } from '../../lib/use-form-faults.ts'
import { type CallerReadings, useCallerReadings } from './meters.queries.ts'
import { readingsFrom } from './typed-readings.ts'

/** Readings as a caller tells them, judged by the server as everybody's are. */
export function useCallerForm(accountId: string, meters: readonly DeskMeter[]) {
  const { missing, caller: say } = useStaffWords().meters
  const { format } = useSpeech()
  const { formRef, faults, showFaults } = useFormFaults()
  const [doubts, setDoubts] = useState<Record<string, Doubt>>({})
  const [key] = useState(() => crypto.randomUUID())
  const sending = useCallerReadings(accountId)

  function showIssues(error: Error, { readings }: CallerReadings) {
    const issues = error instanceof ApiError ? (error.problem?.readings ?? []) : []
    const found = issues.map((issue) => ({ ...issue, meterId: readings[issue.index]?.meterId ?? '' }))
    showFaults(
      Object.fromEntries(
        found.map(({ meterId, reason, usedLitres }) => [
          meterId,
          say.issues[reason](format.volume(usedLitres ?? 0)),
        ]),
      ),
    )
    const asked = found.flatMap(({ meterId, reason }) =>
      reason === 'jump' || reason === 'rollover' ? [[meterId, reason] as const] : [],
    )
    setDoubts(Object.fromEntries(asked))
  }

  function onSubmit(event: SyntheticEvent<HTMLFormElement>) {
    event.preventDefault()
    if (sending.isPending) return
    const { wish, wrong, isEmpty } = readingsFrom(meters, new FormData(event.currentTarget))
    const said = wrong.map((field) => [field, field === 'receivedOn' ? missing.doneOn : missing.valueLitres])
    const nothing = isEmpty ? [[meters[0]?.id, say.nothing]] : []
    if (!showFaults(Object.fromEntries([...said, ...nothing]))) return
    sending.mutate({ key, ...wish }, { onError: (error) => showIssues(error, wish) })
  }

  return { formRef, faults, doubts, onSubmit, sending }
}
