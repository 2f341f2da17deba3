/** However long the word was. */
const STARS = '***'

const INITIAL = /\p{L}\p{M}*/u

/**
 * A name for a screen that strangers stand before: «Иванов Иван Иванович» → «И*** И. И.». Enough to see whether one
 * pays for the right account, too little to learn who lives there. Empty when there is no letter in it.
 */
export function maskedName(name: string): string {
  const [family, ...others] = name
    .normalize('NFC')
    .split(/\s+/u)
    .flatMap((word) => INITIAL.exec(word)?.[0] ?? [])
    .slice(0, 3)
  if (family === undefined) return ''
  return [`${family}${STARS}`, ...others.map((initial) => `${initial}.`)].join(' ')
}
