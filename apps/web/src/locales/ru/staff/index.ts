import { entry } from './entry.ts'
import { frame } from './frame.ts'
import { organisations } from './organisations.ts'
import { search } from './search.ts'

export const words = { frame, entry, search, organisations }

/** What the console must say in every language: a missing or surplus word is a compile error. */
export type StaffWords = typeof words
