const MARK = 'rodnik.field'

/** Whether this browser is an inspector's phone with the visits of a day on it: so is known without a database. */
export function hasKeptDay(): boolean {
  try {
    return localStorage.getItem(MARK) !== null
  } catch {
    return false
  }
}

export function markKeptDay(isKept: boolean): void {
  try {
    if (isKept) localStorage.setItem(MARK, 'kept')
    else localStorage.removeItem(MARK)
  } catch {
    // A browser that forbids storage keeps no day either.
  }
}
