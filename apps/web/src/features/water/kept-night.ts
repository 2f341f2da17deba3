/** What was kept in the evening. */
export type KeptEvening = { meterId: string; valueLitres: number; at: string }

// The prefix of `lib/kept`: leaving the cabinet forgets it too. A tab that is closed for the night must not.
const nameOf = (accountId: string) => `rodnik.kept.night.${accountId}`

const isKept = (value: unknown): value is KeptEvening =>
  typeof value === 'object' &&
  value !== null &&
  'meterId' in value &&
  typeof value.meterId === 'string' &&
  'valueLitres' in value &&
  typeof value.valueLitres === 'number' &&
  'at' in value &&
  typeof value.at === 'string'

export function keptEvening(accountId: string): KeptEvening | null {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(nameOf(accountId)) ?? 'null')
    return isKept(value) ? value : null
  } catch {
    return null
  }
}

/** Null: begun anew. */
export function keepEvening(accountId: string, evening: KeptEvening | null): void {
  try {
    if (evening === null) localStorage.removeItem(nameOf(accountId))
    else localStorage.setItem(nameOf(accountId), JSON.stringify(evening))
  } catch {
    // A browser that forbids storage keeps it as long as the page is open.
  }
}
