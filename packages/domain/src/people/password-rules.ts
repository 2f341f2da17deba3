import { keyboardTwins } from './keyboard-twins.ts'

/** OWASP ASVS 5.0, 6.2.1: at least 8 characters, 15 recommended; 6.2.9: long ones are welcome. */
export const PASSWORD_LENGTH = { min: 8, recommended: 15, max: 256 } as const

export type PasswordFault =
  | 'too_short'
  | 'too_long'
  /** One of the passwords that everyone tries first. */
  | 'common'
  /** Made of the person's own e-mail, phone, account or login. */
  | 'own_details'
  /** Made of the city's or the water company's names. */
  | 'local_words'
  /** 12345678, aaaaaaaa, qwertyui, abcabcabc. */
  | 'simple_pattern'

/** What a stranger knows about the person, and the list of common passwords, which is too heavy to live here. */
export type PasswordContext = {
  /** Small letters in, an answer out: the server asks the whole list, the page what it has loaded. */
  isCommon: (word: string) => boolean
  email?: string
  phone?: string
  login?: string
  accountNumbers?: readonly string[]
}

export type PasswordStrength =
  | { level: 'too_weak'; reason: PasswordFault }
  | { level: 'fair'; reason: 'shorter_than_recommended' }
  | { level: 'strong'; reason: null }

/** Of ASVS 6.1.2: words that an attacker of this very site tries. */
const LOCAL_WORDS = (
  'водоканал водоснабжение вода родник челябинск челяба повв счетчик счётчик показания ' +
  'vodokanal vodosnabzhenie voda rodnik chelyabinsk cheliabinsk chelyaba povv schetchik pokazaniya pokazanie'
).split(' ')
/** Any account number of the city, not only one's own. */
const ACCOUNT_NUMBER = /314\d{7}/g
/** So much must be left of a password beside the words that are no secret. */
const OWN_LETTERS = 6
/** Digits and signs around a word that everybody adds: 1, 123, 2026, !, 01.01. */
const TRIVIAL_EDGE = 5
/** Characters that do not merely continue a run along the alphabet, the digits or the keyboard. */
const FRESH_CHARACTERS = 4
const KEYBOARD_ROWS = [
  'qwertyuiop[]',
  "asdfghjkl;'",
  'zxcvbnm,./',
  'йцукенгшщзхъ',
  'фывапролджэ',
  'ячсмитьбю',
]

/** The one form that is judged, hashed and compared (ASVS 6.2.8): NFKC, nothing cut off, no change of case. */
export const normalPassword = (typed: string): string => typed.normalize('NFKC')

/** Every reason to refuse the password; none of them asks for capitals, digits or signs (ASVS 6.2.5). */
export function passwordFaults(typed: string, context: PasswordContext): PasswordFault[] {
  const password = normalPassword(typed)
  const length = Array.from(password).length
  if (length > PASSWORD_LENGTH.max) return ['too_long']
  const twins = keyboardTwins(password)
  const faults: [PasswordFault, boolean][] = [
    ['too_short', length < PASSWORD_LENGTH.min],
    ['common', twins.some((twin) => isCommonAtHeart(twin, context.isCommon))],
    ['own_details', twins.some((twin) => isMadeOf(ownWords(context), twin))],
    ['local_words', twins.some((twin) => isMadeOf(LOCAL_WORDS, twin.replaceAll(ACCOUNT_NUMBER, 'вода')))],
    ['simple_pattern', isSimplePattern(password.toLowerCase())],
  ]
  return faults.flatMap(([fault, isFound]) => (isFound ? [fault] : []))
}

/** The level to show beside the field, with the first thing to mend. */
export function passwordStrength(typed: string, context: PasswordContext): PasswordStrength {
  const [reason] = passwordFaults(typed, context)
  if (reason) return { level: 'too_weak', reason }
  const isLong = Array.from(normalPassword(typed)).length >= PASSWORD_LENGTH.recommended
  return isLong ? { level: 'strong', reason: null } : { level: 'fair', reason: 'shorter_than_recommended' }
}

/** Common as it stands, or with the trivial digits and signs around it taken away. */
function isCommonAtHeart(text: string, isCommon: (word: string) => boolean): boolean {
  const heart = text.replace(/^[^\p{L}]+/u, '').replace(/[^\p{L}]+$/u, '')
  const edge = text.length - heart.length
  return isCommon(text) || (heart.length > 2 && edge <= TRIVIAL_EDGE && isCommon(heart))
}

/** Whether too little is left when the words are taken out; what is left counts in letters. */
function isMadeOf(words: readonly string[], text: string): boolean {
  const rest = words.reduce((left, word) => left.replaceAll(word, ' '), text)
  return rest !== text && rest.replaceAll(/[^\p{L}]/gu, '').length < OWN_LETTERS
}

/** The longest first, so that no part of one is left over; under four characters there is no word. */
function ownWords({ email = '', phone = '', login = '', accountNumbers = [] }: PasswordContext): string[] {
  const number = phone.replaceAll(/\D/g, '')
  const [local = '', domain = ''] = email.toLowerCase().split('@')
  const words = [
    email.toLowerCase(),
    local,
    domain,
    number,
    number.slice(1),
    number.slice(-7),
    login.toLowerCase(),
    ...local.split(/[\d._+-]+/),
    ...domain.split('.'),
    ...login.toLowerCase().split('-'),
    ...accountNumbers,
    ...accountNumbers.map((account) => account.slice(3)),
  ]
  return words.filter((word) => word.length >= 4).toSorted((a, b) => b.length - a.length)
}

/** A short piece over and over, or runs along the digits, the alphabet or a row of keys. */
function isSimplePattern(text: string): boolean {
  if (/^(.{1,4}?)\1+$/su.test(text)) return true
  const characters = Array.from(text)
  const fresh = characters.filter((character, i) => !continuesRun(characters[i - 1], character))
  return fresh.length < FRESH_CHARACTERS
}

function continuesRun(before: string | undefined, character: string): boolean {
  if (before === undefined) return false
  const step = (character.codePointAt(0) ?? 0) - (before.codePointAt(0) ?? 0)
  if (Math.abs(step) <= 1) return true
  return KEYBOARD_ROWS.some((row) => row.includes(before + character) || row.includes(character + before))
}
