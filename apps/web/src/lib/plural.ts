/** Picks the form of a word for a number: plural('ru', 3, ['день', 'дня', 'дней']) → «дня». */
export function plural(language: 'ru' | 'en', count: number, forms: readonly string[]): string {
  const order = language === 'ru' ? ['one', 'few', 'many'] : ['one', 'other']
  const form = forms[order.indexOf(new Intl.PluralRules(language).select(count))]
  return form ?? forms.at(-1) ?? ''
}
