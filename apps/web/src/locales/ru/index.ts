import { access } from './access.ts'
import { confirmation } from './confirmation.ts'
import { general } from './general.ts'
import { readings } from './readings.ts'

export const words = { ...general, ...access, ...readings, ...confirmation }

/** What every language must say: a missing or surplus word is a compile error. */
export type Words = typeof words
