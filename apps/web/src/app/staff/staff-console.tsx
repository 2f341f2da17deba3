import type { Language } from '../../lib/languages.ts'
import { StaffWordsProvider } from '../../lib/staff-words.tsx'
import { StaffRoutes } from './staff-routes.tsx'
import '../../ui/styles/staff/index.css'

/** One import each: written as one expression, the bundler would preload both. */
const dictionaries = {
  ru: () => import('../../locales/ru/staff/index.ts'),
  en: () => import('../../locales/en/staff/index.ts'),
}

/** The console with its words: a bundle and a dictionary of its own, which no resident ever downloads. */
export async function staffConsole(language: Language) {
  const { words } = await dictionaries[language]()
  return function StaffConsole() {
    return (
      <StaffWordsProvider value={words}>
        <StaffRoutes />
      </StaffWordsProvider>
    )
  }
}
