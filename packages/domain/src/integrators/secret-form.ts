/** What a secret of an integrator begins with: whoever finds one in a repository or a log knows whose it is. */
const MARK = 'rodnik_live_'
export const SECRET_ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
/** log2(62) × 40 = 238 bits. */
export const SECRET_LETTERS = 40
const CHECKSUM_LETTERS = 6

const FORM = new RegExp(`^${MARK}([0-9A-Za-z]{${SECRET_LETTERS}})([0-9A-Za-z]{${CHECKSUM_LETTERS}})$`)

/** CRC-32 of ISO 3309 over the characters, as zlib has it. */
export function crc32(letters: string): number {
  let crc = 0xff_ff_ff_ff
  for (const letter of letters) {
    crc ^= letter.charCodeAt(0)
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xed_b8_83_20 : 0)
  }
  return (crc ^ 0xff_ff_ff_ff) >>> 0
}

function checksumOf(letters: string): string {
  let rest = crc32(letters)
  let text = ''
  for (let i = 0; i < CHECKSUM_LETTERS; i += 1) {
    text = `${SECRET_ALPHABET[rest % SECRET_ALPHABET.length]}${text}`
    rest = Math.floor(rest / SECRET_ALPHABET.length)
  }
  return text
}

/** The whole secret for letters that were drawn at random. */
export const secretOf = (letters: string): string => `${MARK}${letters}${checksumOf(letters)}`

/** Whether a text is a secret of ours, true or mistyped: told without asking anybody, as scanners of leaks do. */
export function isSecretForm(text: string): boolean {
  const [, letters = '', checksum] = FORM.exec(text) ?? []
  return checksum !== undefined && checksum === checksumOf(letters)
}
