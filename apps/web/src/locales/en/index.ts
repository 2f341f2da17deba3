import type { Words } from '../ru/index.ts'
import { access } from './access.ts'
import { confirmation } from './confirmation.ts'
import { general } from './general.ts'
import { readings } from './readings.ts'

export const words: Words = { ...general, ...access, ...readings, ...confirmation }
