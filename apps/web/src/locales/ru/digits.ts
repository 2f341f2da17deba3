import { plural } from '../../lib/plural.ts'

export const digits = (count: number) => `${count} ${plural('ru', count, ['цифра', 'цифры', 'цифр'])}`
