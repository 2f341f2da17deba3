const DOORS: readonly [RegExp, string][] = [
  [/^\/staff(\/|$)/, '/staff/login'],
  [/^\/business(\/|$)/, '/business'],
  [/^\/(my|profile|invitation|password|gosuslugi|confirm-email)(\/|$)/, '/login'],
]

/** Where to sign in again after the session of a page has ended: each page has its own door. */
export function signInPageFor(pathname: string): string {
  return DOORS.find(([pages]) => pages.test(pathname))?.[1] ?? '/pokazanie'
}
