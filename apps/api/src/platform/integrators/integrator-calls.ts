import type { Deps } from '../deps.ts'

const FLUSH_MS = 1000

/** In the city's day: staff read it. */
const ADD_CALLS = {
  name: 'add-integrator-calls',
  text: `
    INSERT INTO integrator_calls (integrator_id, day, status, calls, last_at)
    SELECT c.id, (app_now() AT TIME ZONE (SELECT value ->> 'timeZone' FROM settings
      WHERE name = 'city' AND valid_from <= app_now()::date ORDER BY valid_from DESC LIMIT 1))::date,
      c.status, c.calls, app_now()
    FROM unnest($1::uuid[], $2::int[], $3::int[]) AS c (id, status, calls)
    -- In one order, so that two instances never wait for each other in a circle.
    ORDER BY c.id, c.status
    ON CONFLICT (integrator_id, day, status) DO UPDATE
      SET calls = integrator_calls.calls + excluded.calls, last_at = excluded.last_at`,
}

/**
 * Counts the answers that integrators got. They are written together, at the latest after a second: a write for each
 * would make all requests of one integrator wait for one row.
 */
export function openCallLog({ pool, log }: Pick<Deps, 'pool' | 'log'>) {
  let counts = new Map<string, { integratorId: string; status: number; calls: number }>()
  let timer: NodeJS.Timeout | undefined

  async function flush(): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    const written = [...counts.values()]
    counts = new Map()
    if (written.length === 0) return
    const column = <K extends 'integratorId' | 'status' | 'calls'>(name: K) => written.map((row) => row[name])
    await pool
      .query({ ...ADD_CALLS, values: [column('integratorId'), column('status'), column('calls')] })
      .catch((error: unknown) => log.warn({ err: error }, 'calls of integrators were not counted'))
  }

  return {
    note(integratorId: string, status: number): void {
      const key = `${integratorId} ${status}`
      const known = counts.get(key) ?? { integratorId, status, calls: 0 }
      counts.set(key, { ...known, calls: known.calls + 1 })
      timer ??= setTimeout(() => void flush(), FLUSH_MS).unref()
    },
    flush,
  }
}
