const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

/** Printed ASCII and Cyrillic without the five signs that mean something: nearly every text. */
const PLAIN = /^[ !#-%(-;=?-~\u0400-\u04FF]*$/

/** What XML 1.0 (section 2.2) has no place for, not even escaped: controls, lone surrogates, U+FFFE and U+FFFF. */
const isImpossible = (character: string) =>
  /[\p{Cs}\uFFFE\uFFFF]/u.test(character) || (character < ' ' && !/[\t\n\r]/.test(character))

/** A text as it may stand in an element; what cannot stand there is left out. */
export function escapeXml(text: string): string {
  if (PLAIN.test(text)) return text
  return Array.from(text, (character) =>
    isImpossible(character) ? '' : (ENTITIES[character] ?? character),
  ).join('')
}

/** `<response>` with these elements in this order, each holding a text or nothing. */
export function xmlResponse(elements: readonly (readonly [name: string, value: string | number])[]): string {
  const inner = elements.map(([name, value]) => `<${name}>${escapeXml(String(value))}</${name}>`).join('')
  return `<?xml version="1.0" encoding="UTF-8"?>\n<response>${inner}</response>`
}
