/** Days on which a meter did not count, and what its face showed on the day on which it counted again. */
export type PastOutage = {
  reason: 'expired' | 'failed' | 'refused_access'
  /** The first day that did not count. */
  since: string
  endedOn: string
  openingLitres: number
}

/** From which day of a month a meter counts again, and why it had not. */
export type Resumed = { on: string; reason: PastOutage['reason']; since: string }
