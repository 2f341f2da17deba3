import { keyboardTwins } from '@rodnik/domain/people/keyboard-twins'

/** Words behind the passwords that are common here and that the international list lacks. */
const LOCAL = (
  'пароль привет любовь солнышко марина наташа светлана татьяна сергей максим андрей россия спартак зенит ' +
  'трактор мечел металлург челгу чтз магнитогорск златоуст миасс урал уралец южныйурал танкоград ' +
  'квартира коммуналка жкх квитанция сантехник труба аква водичка водопровод канализация traktor chel74 ' +
  'mechel tankograd parol privet lubov lyubov solnyshko kvartira kommunalka kvitantsiya santehnik vodoprovod'
).split(' ')

let common: Promise<Set<string>> | undefined

/** The words of the list in small letters; 49 thousand, read once, when the first password is judged. */
async function readList(): Promise<Set<string>> {
  const { dictionary } = await import('@zxcvbn-ts/language-common')
  const words = dictionary['passwords-common'] ?? []
  return new Set([...words.map(String), ...LOCAL.flatMap(keyboardTwins)])
}

/** Answers whether a word in small letters is a common password (ASVS 6.2.4, 6.2.12). */
export async function commonPasswords(): Promise<(word: string) => boolean> {
  common ??= readList()
  const words = await common
  return (word) => words.has(word)
}
