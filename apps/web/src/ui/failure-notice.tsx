import type { ReactNode } from 'react'
import { ApiError } from '../lib/call.ts'
import { useSpeech } from '../lib/language.tsx'
import type { Words } from '../locales/ru/index.ts'
import { CallLink } from './call-link.tsx'
import { Notice } from './notice.tsx'

const DEFAULT_WAIT_SECONDS = 60

function inWords(error: unknown, { problems, wait }: Words): { title: string; text: string } {
  if (!(error instanceof ApiError)) return problems.unexpected
  if (error.code === 'too_many_attempts') {
    return problems.too_many_attempts(wait(error.problem?.retryAfterSeconds ?? DEFAULT_WAIT_SECONDS))
  }
  if (error.code === 'sign_in_failed') return problems.sign_in_failed
  if (error.code === 'offline') return problems.offline
  if (error.code === 'invalid_request') return problems.invalid_request
  return problems.unexpected
}

/** A refusal of the server in words a person understands, with the phone that always helps. */
export function FailureNotice({ error, children }: { error: unknown; children?: ReactNode }) {
  const { words } = useSpeech()
  const { title, text } = inWords(error, words)
  return (
    <Notice kind="stop" title={title} isUrgent>
      <p>{text}</p>
      {children}
      <p>
        <CallLink className="strong" />
      </p>
    </Notice>
  )
}
