import numbersInWords from 'number-to-words-ru'

/** «Двенадцать рублей 04 копейки»: a sum that nobody can add a digit to. */
export const amountInWords = (kopecks: number): string =>
  numbersInWords.convert((kopecks / 100).toFixed(2), { currency: 'rub' })
