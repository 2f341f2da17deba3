import type { EsiaReturn } from '@rodnik/contract/esia'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { Link, useLocation, useNavigate } from 'react-router'
import { useEsiaReturn } from '../features/entrance/esia.queries.ts'
import { esiaAnswerOf } from '../features/entrance/esia-answer.ts'
import { EsiaButton, esiaRefusal } from '../features/entrance/esia-button.tsx'
import { EsiaConsent } from '../features/entrance/esia-consent.tsx'
import { useEntranceWords } from '../lib/entrance-words.ts'
import { ESIA_LANGUAGE } from '../lib/esia-language.ts'
import { forget, kept } from '../lib/kept.ts'
import { useSpeech } from '../lib/language.tsx'
import { inLanguage } from '../lib/languages.ts'
import { pageAfter } from '../lib/next-step.ts'
import { beginSession } from '../lib/session.queries.ts'
import { FailureNotice } from '../ui/failure-notice.tsx'
import { Page } from '../ui/page.tsx'
import { PageSkeleton } from '../ui/skeleton.tsx'
import '../ui/styles/entrance.css'

/** Where Gosuslugi sends the browser back to. What it says leaves the address at once: it is good for one entry. */
export function GosuslugiPage() {
  const { search, pathname } = useLocation()
  const navigate = useNavigate()
  const { language } = useSpeech()
  const [answer] = useState(() => esiaAnswerOf(search))
  const isOtherLanguage = kept(ESIA_LANGUAGE) === 'en' && language === 'ru' && search !== ''

  useEffect(() => {
    if (search === '') return
    if (isOtherLanguage) {
      forget(ESIA_LANGUAGE)
      location.replace(inLanguage('en', pathname) + search)
    } else void navigate(pathname, { replace: true })
  }, [search, pathname, navigate, isOtherLanguage])

  if (isOtherLanguage) return <PageSkeleton />
  return answer ? <Answered answer={answer} /> : <NotEntered error={null} />
}

function Answered({ answer }: { answer: EsiaReturn }) {
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const { outcome, error } = useEsiaReturn(answer)

  useEffect(() => {
    if (outcome?.outcome === 'signed_in') {
      beginSession(queryClient, outcome.session)
      void navigate(pageAfter(outcome.session), { replace: true })
    }
    if (outcome?.outcome === 'linked') void navigate('/profile', { replace: true })
  }, [outcome, queryClient, navigate])

  if (error) return <NotEntered error={error} />
  if (outcome?.outcome === 'consent_needed') return <EsiaConsent name={outcome.name} />
  return <Waiting />
}

function Waiting() {
  const { esia } = useEntranceWords()
  return (
    <Page title={esia.title}>
      <p className="lead">
        <output>{esia.waiting}</output>
      </p>
    </Page>
  )
}

/** What went wrong, and two ways on. Someone who opens the page by hand has simply not entered yet. */
function NotEntered({ error }: { error: Error | null }) {
  const words = useEntranceWords()
  const { esia } = words
  const said = error && esiaRefusal(error, words)
  return (
    <Page title={said?.title ?? esia.title} lead={said?.text}>
      <div className="narrow">
        {error && !said && <FailureNotice error={error} />}
        <EsiaButton {...(error && { label: esia.again })} />
        <p>
          <Link to="/login">{esia.otherWay}</Link>
        </p>
      </div>
    </Page>
  )
}
