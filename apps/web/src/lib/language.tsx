import { createContext, useContext } from 'react'
import type { Words } from '../locales/ru/index.ts'
import type { Format } from './format.ts'

export type Language = 'ru' | 'en'

/** The language is part of the address, so a link keeps it: «/…» is Russian, «/en/…» English. */
export function languageOf(pathname: string): Language {
  return /^\/en(\/|$)/.test(pathname) ? 'en' : 'ru'
}

/** The same page in the other language. */
export function inLanguage(language: Language, path: string): string {
  return language === 'en' ? `/en${path === '/' ? '/' : path}` : path
}

type Speech = { language: Language; words: Words; format: Format }

const SpeechContext = createContext<Speech | null>(null)

export const SpeechProvider = SpeechContext.Provider

/** The words and the number formats of the language in use. */
export function useSpeech(): Speech {
  const speech = useContext(SpeechContext)
  if (!speech) throw new Error('SpeechProvider is missing above this component')
  return speech
}
