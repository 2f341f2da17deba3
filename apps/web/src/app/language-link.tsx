import { useLocation } from 'react-router'
import { useSpeech } from '../lib/language.tsx'
import { inLanguage } from '../lib/languages.ts'

/** The same page in the other language: a plain link, because the address says the language. */
export function LanguageLink() {
  const { language, words } = useSpeech()
  const { pathname } = useLocation()
  const other = language === 'ru' ? 'en' : 'ru'
  return (
    <a className="tool" href={inLanguage(other, pathname)} lang={other} hrefLang={other}>
      {words.otherLanguage}
    </a>
  )
}
