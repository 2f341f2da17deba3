// Building a formatter costs far more than using it; a deployment has one time zone.
const formatters = new Map<string, Intl.DateTimeFormat>()

/**
 * The calendar day in a time zone at an instant: 2026-11-25T20:00:00Z is 2026-11-26 in Yekaterinburg.
 * Throws RangeError for an unknown time zone or an instant that is not ISO 8601.
 */
export function localDay(instant: string, timeZone: string): string {
  const parts = new Map(
    formatterOf(timeZone)
      .formatToParts(new Date(instant))
      .map((part) => [part.type, part.value]),
  )
  return `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`
}

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone)
  if (known) return known
  const options = { timeZone, calendar: 'gregory', numberingSystem: 'latn' } as const
  const formatter = new Intl.DateTimeFormat('en', {
    ...options,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
  formatters.set(timeZone, formatter)
  return formatter
}
