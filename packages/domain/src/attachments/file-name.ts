const MAX_CHARACTERS = 100
const FALLBACK = 'file'

/** Controls, signs without a shape such as those that turn letters round, halves of characters, private signs. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu
/** What some system takes for something else than a letter of a name. */
const SPECIAL = /[<>:"|?*%]/gu
/** A dot in front hides a file, dots and spaces behind it are cut by Windows. */
const EDGES = /^[\s.]+|[\s.]+$/gu
/** With a letter in it: «от 12.11.2026» has none. */
const EXTENSION = /\.(?=[0-9]*[A-Za-z])[A-Za-z0-9]{1,8}$/

/**
 * A name that every system can keep, of whatever a file was called: the last part of a path, at most 100 characters.
 * @param extension what the content is; without it the file keeps its own
 */
export function fileName(given: string, extension?: string): string {
  const last = given.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const seen = last.replaceAll(UNSEEN, '').replaceAll(SPECIAL, '_').replaceAll(/\s+/gu, ' ')
  const name = seen.replaceAll(EDGES, '')
  const own = EXTENSION.exec(name)?.[0] ?? ''
  const end = extension === undefined ? own : `.${extension}`
  const stem = own === '' ? name : name.slice(0, -own.length)
  const room = MAX_CHARACTERS - end.length
  return `${firstCharacters(stem, room).replaceAll(EDGES, '') || FALLBACK}${end}`
}

/** Never half of a character. */
const firstCharacters = (text: string, count: number): string => Array.from(text).slice(0, count).join('')
