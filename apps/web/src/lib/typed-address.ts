const HOUSE_WORD = /^(?:дом|д)(?:[\s.,№-]+|(?=\d))|\s+дом\.?$/giu
const FLAT_WORD = /^(?:квартира|кв)(?:[\s.,№-]+|(?=\d))|\s*(?:квартира|кв)\.?$/giu

const without = (word: RegExp, typed: string) => typed.replace(word, '').trim()
const says = (text: string) => /[\p{L}\d]/u.test(text)

/** «д.12-а» → «12-а»: the page says «дом» itself. What is nothing but the word stays as typed. */
export function houseAsTyped(typed: string): string {
  const house = without(HOUSE_WORD, typed)
  return says(house) ? house : typed
}

/** «кв. 45» → «45»; empty where nothing but the word or a dash was typed: a private house. */
export function flatAsTyped(typed: string): string {
  const flat = without(FLAT_WORD, typed)
  return says(flat) ? flat : ''
}
