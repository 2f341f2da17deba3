const PREFIX = 'rodnik.kept.'

/** Reads what was kept in this tab; anything unreadable counts as nothing. */
export function kept(name: string): unknown {
  try {
    return JSON.parse(sessionStorage.getItem(PREFIX + name) ?? 'null')
  } catch {
    return null
  }
}

/** Keeps a value until the tab is closed, so that a lost session or a reload loses nothing typed. */
export function keep(name: string, value: unknown): void {
  try {
    sessionStorage.setItem(PREFIX + name, JSON.stringify(value))
  } catch {
    // A browser that forbids storage keeps it in memory only, as long as the page is open.
  }
}

export function forget(name: string): void {
  try {
    sessionStorage.removeItem(PREFIX + name)
  } catch {
    // As above: there was nothing to forget.
  }
}

/** Forgets everything kept, here and for all tabs: the person has left. */
export function forgetAll(): void {
  try {
    for (const storage of [sessionStorage, localStorage]) {
      for (const key of Object.keys(storage)) if (key.startsWith(PREFIX)) storage.removeItem(key)
    }
  } catch {
    // As above.
  }
}
