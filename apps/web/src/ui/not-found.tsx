import { Link } from 'react-router'
import { useSpeech } from '../lib/language.tsx'
import { Page } from './page.tsx'

export function NotFound() {
  const { notFound } = useSpeech().words
  return (
    <Page title={notFound.title} lead={notFound.text}>
      <Link className="button" to="/">
        {notFound.home}
      </Link>
    </Page>
  )
}
