/** A text field of a form with the spaces around it taken away; empty where there is none. */
export function trimmed(data: FormData, name: string): string {
  return typed(data, name).trim()
}

/** A text field to the last space: in a password every character counts. */
export function typed(data: FormData, name: string): string {
  const value = data.get(name)
  return typeof value === 'string' ? value : ''
}
