/** Roubles with two digits, as YooKassa writes them: "543.21". */
export const toRoubles = (kopecks: number) =>
  `${Math.trunc(kopecks / 100)}.${String(kopecks % 100).padStart(2, '0')}`

/** @returns undefined for anything that is not whole kopecks */
export function toKopecks(roubles: string): number | undefined {
  const [, whole, fraction = '00'] = /^(\d{1,11})(?:\.(\d{2}))?$/.exec(roubles) ?? []
  return whole === undefined ? undefined : Number(whole) * 100 + Number(fraction)
}

export const roubles = (kopecks: number) => ({ value: toRoubles(kopecks), currency: 'RUB' })
