import { type FieldDay, showFieldDay } from '@rodnik/contract/field-visits'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { call } from '../../lib/call.ts'
import { hasKeptDay } from '../../lib/field-mark.ts'
import { keepForToday, loadKept, wipeDay } from '../../lib/field-store.ts'
import { forgetOldEntries } from './outbox.ts'

const MINUTE_MS = 60_000

const two = (value: number) => String(value).padStart(2, '0')

/** The day by the clock of the phone, which lies in the city. */
const dayOfPhone = (): string => {
  const now = new Date()
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

const dayQuery = queryOptions({
  queryKey: ['field', 'day'],
  queryFn: async ({ signal }) => {
    const day = await call(showFieldDay, {}, signal)
    await keepForToday('day', { ...day, keptOn: dayOfPhone() } satisfies KeptDay)
    return day
  },
  refetchInterval: 5 * MINUTE_MS,
})

type KeptDay = FieldDay & { keptOn: string }

const keptQuery = queryOptions({
  queryKey: ['field', 'kept'],
  queryFn: async (): Promise<FieldDay | null> => {
    if (!hasKeptDay()) return null
    const kept = await loadKept<KeptDay>('day')
    if (kept?.keptOn === dayOfPhone()) return kept
    await wipeDay()
    return null
  },
})

/**
 * The visits of today: from the server where it answers, otherwise those that the phone took along. What it took
 * along yesterday is wiped, also where the page stays open over midnight.
 */
export function useFieldDay() {
  const kept = useQuery(keptQuery)
  const loaded = useQuery(dayQuery)
  const { refetch: lookAgain } = kept
  const { refetch: loadAgain } = loaded
  const today = loaded.data?.today
  useEffect(() => {
    if (today !== undefined) void forgetOldEntries(today)
  }, [today])
  useEffect(() => {
    const day = dayOfPhone()
    const timer = setInterval(() => {
      if (dayOfPhone() !== day) void lookAgain().then(() => loadAgain())
    }, MINUTE_MS)
    return () => clearInterval(timer)
  }, [lookAgain, loadAgain])
  const day = loaded.data ?? kept.data ?? undefined
  return { day, isKept: loaded.data === undefined, isPending: kept.isPending, error: loaded.error, loadAgain }
}
