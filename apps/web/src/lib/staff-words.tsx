import { createContext, useContext } from 'react'
import type { StaffWords } from '../locales/ru/staff/index.ts'

const StaffWordsContext = createContext<StaffWords | null>(null)

export const StaffWordsProvider = StaffWordsContext.Provider

/** The words of the staff console, which only its own bundle brings; the general ones come from `useSpeech`. */
export function useStaffWords(): StaffWords {
  const words = useContext(StaffWordsContext)
  if (!words) throw new Error('StaffWordsProvider is missing above this component')
  return words
}
