import type { ReactNode } from 'react'
import { ApiError, type FailureCode } from '../lib/call.ts'
import { useSpeech } from '../lib/language.tsx'
import type { Words } from '../locales/ru/index.ts'
import { CallLink } from './call-link.tsx'
import { Notice } from './notice.tsx'

const DEFAULT_WAIT_SECONDS = 60

type Said = { title: string; text: string }

function inWords(error: unknown, { problems, wait }: Words): Said {
  const { too_many_attempts: tooMany, ...said } = problems
  if (!(error instanceof ApiError)) return said.unexpected
  if (error.code === 'too_many_attempts') {
    return tooMany(wait(error.problem?.retryAfterSeconds ?? DEFAULT_WAIT_SECONDS))
  }
  const known: Partial<Record<FailureCode, Said>> = said
  return known[error.code] ?? said.unexpected
}

type Props = {
  error: unknown
  /** What was wrong at this door, where it is not the accountless one. */
  signInFailed?: Said
  children?: ReactNode
}

/** A refusal of the server in words a person understands, with the phone that always helps. */
export function FailureNotice({ error, signInFailed, children }: Props) {
  const { words } = useSpeech()
  const isSignIn = error instanceof ApiError && error.code === 'sign_in_failed'
  const { title, text } = isSignIn && signInFailed ? signInFailed : inWords(error, words)
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
