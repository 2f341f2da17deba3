/**
 * A person's name in the form in which two ways of writing it are compared: small letters, ё as е, the words in
 * the order of the alphabet. «Семёнова Анна-Мария Ильинична» and «АННА-МАРИЯ ИЛЬИНИЧНА СЕМЕНОВА» are one.
 * Null: fewer than two whole words, which name nobody.
 */
export function nameKey(name: string): string | null {
  const words = name
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll(/\s*\p{Pd}\s*/gu, '-')
    .split(/[^\p{L}\p{M}-]+/u)
    .filter((word) => word !== '' && word !== '-')
  const isWhole = words.length > 1 && words.every((word) => Array.from(word).length > 1)
  return isWhole ? words.toSorted().join(' ') : null
}
