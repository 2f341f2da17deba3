const LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`"
const RUSSIAN = 'йцукенгшщзхъфывапролджэячсмитьбюё'
const LATIN_SHIFTED = '{}:"<>~'
const RUSSIAN_SHIFTED = 'хъжэбюё'

const twinsOf = (from: string, to: string) =>
  new Map(Array.from(from, (key, place): [string, string] => [key, to[place] ?? key]))
const toRussian = twinsOf(LATIN + LATIN_SHIFTED, RUSSIAN + RUSSIAN_SHIFTED)
const toLatin = twinsOf(RUSSIAN, LATIN)

const typedWith = (layout: Map<string, string>, text: string) =>
  Array.from(text, (key) => layout.get(key) ?? key).join('')

/** The same keys in small letters as typed, on the Russian and on the Latin layout: gfhjkm and «пароль» are one. */
export function keyboardTwins(typed: string): string[] {
  const text = typed.toLowerCase()
  return [...new Set([text, typedWith(toRussian, text), typedWith(toLatin, text)])]
}
