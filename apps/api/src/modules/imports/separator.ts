const SEPARATORS = [';', '\t', ','] as const
export type Separator = (typeof SEPARATORS)[number]

/** The sign that stands between cells most often in the first line; inside quotes it does not count. */
export function detectSeparator(start: string): Separator {
  const header = firstLine(start)
  const counts = SEPARATORS.map((separator) => header.split(separator).length)
  return SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ';'
}

function firstLine(start: string): string {
  const withoutQuoted = start.trimStart().replaceAll(/"(?:[^"]|"")*"/g, '')
  return /^[^\r\n]*/.exec(withoutQuoted)?.[0] ?? ''
}
