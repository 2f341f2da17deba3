import type { Appointment } from '@rodnik/contract/appointments'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type BookerScope, type FoundBy, foundQuery, mineQuery } from './appointments.queries.ts'
import { keepFound, keptFound } from './found-by.ts'

/** The appointments to show: those of the list, and for a guest the one found by number and code. */
export function useAppointments(scope: BookerScope) {
  const query = useQuery(mineQuery(scope))
  const [sought, setSought] = useState<FoundBy | null>(() => (scope === 'guest' ? keptFound() : null))
  const found = useQuery({ ...foundQuery(sought ?? { number: '', code: '' }), enabled: sought !== null })
  const seek = (by: FoundBy) => {
    keepFound(by)
    setSought(by)
    if (by.number === sought?.number && by.code === sought.code) void found.refetch()
  }
  const together = (listed: readonly Appointment[]): Appointment[] =>
    found.data && !listed.some(({ number }) => number === found.data.number)
      ? [found.data, ...listed]
      : [...listed]
  return { query, found, seek, together }
}
