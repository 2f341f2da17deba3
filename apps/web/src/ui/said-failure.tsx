import { ApiError, type FailureCode } from '../lib/call.ts'
import { FailureNotice } from './failure-notice.tsx'
import { Notice } from './notice.tsx'

type Said = { title: string; text: string }

type Props = {
  error: Error | null
  /** The refusals that this form has words of its own for. */
  said?: Partial<Record<FailureCode, Said>>
  /** Refusals whose code begins so are said at their field. */
  atField?: string
}

/** Why a form was not taken: in its own words, or in those that every page has. */
export function SaidFailure({ error, said, atField }: Props) {
  if (!error) return null
  const code = error instanceof ApiError ? error.code : undefined
  if (code && atField && code.startsWith(atField)) return null
  const own = code && said?.[code]
  if (!own) return <FailureNotice error={error} />
  return (
    <Notice kind="stop" title={own.title} isUrgent>
      <p>{own.text}</p>
    </Notice>
  )
}
