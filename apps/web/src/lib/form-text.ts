/** What stands in a text field of a form, to the last space: in a password every character counts. */
export const typedIn = (data: FormData, name: string) => {
  const value = data.get(name)
  return typeof value === 'string' ? value : ''
}

/** What stands in a text field of a form, without the spaces around it. */
export const textOf = (data: FormData, name: string) => typedIn(data, name).trim()

/** The same of several lines: a form ends each with two characters, the server takes one. */
export const linesOf = (data: FormData, name: string) => textOf(data, name).replaceAll('\r\n', '\n')
