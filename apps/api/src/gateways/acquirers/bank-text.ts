/** What other programs write where the acquirers' alphabet has something plainer. */
const PLAIN: Record<string, string> = {
  '–': '-',
  '—': '-',
  '−': '-',
  '«': '"',
  '»': '"',
  '“': '"',
  '”': '"',
  '„': '"',
  '³': '3',
  '₽': 'руб.',
  '…': '...',
}

/**
 * A text in the alphabet of Sberbank's OpenAPI 1.0.7 (`[ -~А-Яа-яЁё№]`); one other letter refuses the whole order.
 * @param maxLength in characters
 */
export function toBankText(text: string, maxLength: number): string {
  return text
    .replaceAll(/[–—−«»“”„³₽…]/g, (sign) => PLAIN[sign] ?? '')
    .replaceAll(/\s/g, ' ')
    .replaceAll(/[^ -~А-Яа-яЁё№]/g, '')
    .replaceAll(/ +/g, ' ')
    .slice(0, maxLength)
    .trim()
}
