import { createContext, useContext } from 'react'
import type { Words } from '../locales/ru/index.ts'
import type { Format } from './format.ts'
import type { Language } from './languages.ts'

type Speech = { language: Language; words: Words; format: Format }

const SpeechContext = createContext<Speech | null>(null)

export const SpeechProvider = SpeechContext.Provider

/** The words and the number formats of the language in use. */
export function useSpeech(): Speech {
  const speech = useContext(SpeechContext)
  if (!speech) throw new Error('SpeechProvider is missing above this component')
  return speech
}
