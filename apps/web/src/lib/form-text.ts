/** What stands in a text field of a form, to the last space: in a password every character counts. */
export const typedIn = (data: FormData, name: string) => {
  const value = data.get(name)
  return typeof value === 'string' ? value : ''
}

/** What stands in a text field of a form, without the spaces around it. */
export const textOf = (data: FormData, name: string) => typedIn(data, name).trim()
