import type { StaffWords } from '../../ru/staff/index.ts'
import { entry } from './entry.ts'
import { frame } from './frame.ts'
import { organisations } from './organisations.ts'
import { search } from './search.ts'

export const words: StaffWords = { frame, entry, search, organisations }
