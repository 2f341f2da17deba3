import { ApiError, type FailureCode } from '../../lib/call.ts'
import { useEntranceWords } from '../../lib/entrance-words.ts'
import { useSite } from '../../lib/site.queries.ts'
import type { EntranceWords } from '../../locales/ru/entrance.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useBeginEsia } from './esia.queries.ts'

/** «Вход через Госуслуги»: leaves for Gosuslugi, or says why not. Where Gosuslugi is not connected there is no button. */
export function EsiaButton({ label }: { label?: string }) {
  const { login } = useEntranceWords()
  const begin = useBeginEsia()
  const isGoing = begin.isPending || begin.isSuccess
  if (useSite()?.hasGosuslugi === false) return null
  return (
    <>
      <button
        type="button"
        className="quiet wide"
        aria-disabled={isGoing}
        onClick={() => !isGoing && begin.mutate()}
      >
        {isGoing ? login.esiaGoing : (label ?? login.esia)}
      </button>
      {begin.error && <EsiaNotice error={begin.error} />}
    </>
  )
}

/** A refusal of Gosuslugi in words; undefined for what is not about Gosuslugi. */
export function esiaRefusal(error: unknown, { esia }: EntranceWords) {
  const said: Partial<Record<FailureCode, { title: string; text: string }>> = {
    esia_off: esia.off,
    esia_failed: esia.failed,
    esia_refused: esia.refused,
    esia_unconfirmed: esia.unconfirmed,
    esia_unavailable: esia.unavailable,
    esia_linked_elsewhere: esia.elsewhere,
    sign_in_failed: esia.closed,
  }
  return error instanceof ApiError ? said[error.code] : undefined
}

function EsiaNotice({ error }: { error: Error }) {
  const said = esiaRefusal(error, useEntranceWords())
  if (!said) return <FailureNotice error={error} />
  return (
    <Notice kind="warn" title={said.title} isUrgent>
      <p>{said.text}</p>
    </Notice>
  )
}
