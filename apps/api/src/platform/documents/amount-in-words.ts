// Node sees the package as a whole, bundlers see its names: both know the default.
const { default: numbersInWords } = await import('number-to-words-ru')

/** «Двенадцать рублей 04 копейки»: a sum that nobody can add a digit to. */
export const amountInWords = (kopecks: number): string =>
  numbersInWords.convert((kopecks / 100).toFixed(2), { currency: 'rub' })
