import { minutesBetween } from '../calendar/wall-clock.ts'

/** Of the times that are free those nearest to the one that is not, earlier ones last where both are as near; in order. */
export function nearestSlots<S extends { startsAt: string }>(
  free: readonly S[],
  wanted: string,
  count: number,
): S[] {
  const distance = ({ startsAt }: S) => Math.abs(minutesBetween(wanted, startsAt))
  return free
    .toSorted((a, b) => distance(a) - distance(b) || b.startsAt.localeCompare(a.startsAt))
    .slice(0, count)
    .toSorted((a, b) => a.startsAt.localeCompare(b.startsAt))
}
