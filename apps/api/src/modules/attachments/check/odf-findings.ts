/** What the texts of an ODF document are read from, whatever they hold besides (ODF 1.3, part 3). */
export const ODF_TEXTS = new Set(['content.xml', 'styles.xml'])
/** A long document; read in a moment. */
export const ODF_LIMIT = { packed: 512 * 1024, unpacked: 8 * 1024 * 1024 }

/** Its name without the prefix, which may be any; then its attributes. */
const START_TAG = /<(?:[^\s:<>/"'=]+:)?([^\s:<>/"'=]+)((?:[^<>"']|"[^"<]*"|'[^'<]*')*)>/gu
const ADDRESS = /[\s:]href\s*=\s*(?:"([^"]*)"|'([^']*)')/gu
/** Programs, and what shows another document inside this one. `office:scripts` itself stands empty in every document. */
const ACTIVE = /^(script|event-listener|applet|plugin|floating-frame|object-ole|dde-.+)$/u
/** Nothing, a place in the document, or a file of its archive. */
const IS_OWN = /^(#.*|(\.\/)?(Pictures|media|Fonts|ObjectReplacements)\/[\w.-]+)?$/u
/** An address to press is no harm: nothing fetches it by itself. One that starts a program is. */
const LINK = 'a'
const IS_TO_PRESS = /^(#|https?:|mailto:|tel:)/iu
/** Comments, entities and instructions, by which the same text could be read in two ways. */
const IS_OBSCURE = /<!|.<\?/su
const IS_OF_ANOTHER_ALPHABET = /^<\?xml\b[^>]*\bencoding\s*=\s*["'](?!utf-8["'])/iu

/** Whether a text of an ODF document runs something, or fetches something when it is opened. */
export function isOdfActive(text: string): boolean {
  if (text.includes('\0') || IS_OBSCURE.test(text) || IS_OF_ANOTHER_ALPHABET.test(text)) return true
  return [...text.matchAll(START_TAG)].some(
    ([, element = '', attributes = '']) => ACTIVE.test(element) || isLeadingOut(element, attributes),
  )
}

function isLeadingOut(element: string, attributes: string): boolean {
  const addresses = [...attributes.matchAll(ADDRESS)].map(([, double, single]) => double ?? single ?? '')
  return addresses.some(
    (address) => !(IS_OWN.test(address) || (element === LINK && IS_TO_PRESS.test(address))),
  )
}
