import { plural } from '../../lib/plural.ts'

export const digits = (count: number) => `${count} ${plural('en', count, ['digit', 'digits'])}`
