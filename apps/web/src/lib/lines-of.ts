import { textOf } from './form-text.ts'

/** What stands in a field of several lines: a form ends each with two characters, the server takes one. */
export const linesOf = (data: FormData, name: string) => textOf(data, name).replaceAll('\r\n', '\n')
