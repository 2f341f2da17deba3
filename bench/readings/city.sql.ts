/**
 * A city in which everything follows from the number n of a flat: ids, markings and readings. So the load
 * generator and pgbench know each of them without asking. Every flat has a cold and a hot meter.
 */
export const MONTHS = 14

const idOf = (kind: number, n: string) =>
  `('${kind}0000000-0000-4000-8000-' || lpad((${n})::text, 12, '0'))::uuid`
export const sessionIdSql = (n: string) => idOf(5, n)
export const meterIdSql = (meter: 0 | 1, n: string) => idOf(1 + meter, n)

const id = (kind: number, n: number) => `${kind}0000000-0000-4000-8000-${String(n).padStart(12, '0')}`
export const sessionId = (n: number) => id(5, n)
export const meterId = (meter: 0 | 1, n: number) => id(1 + meter, n)

/** The reading at the end of month k (0 is the oldest), litres; in step with `readingsSql`. */
export const valueLitres = (n: number, meter: 0 | 1, k: number) =>
  20_000 + (n % 977) * 40 + meter * 1000 + k * (2500 + (n % 1500))

const accountsSql = (accounts: number) => `
  INSERT INTO premises (id, street, house, flat, house_key, house_weak_key, flat_key)
  SELECT ${idOf(3, 'n')}, 'улица ' || n / 200, (n / 50 % 4 + 1)::text, (n % 50 + 1)::text,
    (n / 50 % 4 + 1)::text, (n / 50 % 4 + 1)::text, (n % 50 + 1)::text
  FROM generate_series(0, ${accounts - 1}) n;
  INSERT INTO accounts (id, number, premises_id, residents_count)
  SELECT ${idOf(4, 'n')}, '314' || lpad(n::text, 7, '0'), ${idOf(3, 'n')}, 1 + n % 5
  FROM generate_series(0, ${accounts - 1}) n;
  INSERT INTO meters (id, account_id, service, type, serial, place, installed_on, last_verified_on,
    verification_due_on, seal_number)
  SELECT CASE m WHEN 0 THEN ${meterIdSql(0, 'n')} ELSE ${meterIdSql(1, 'n')} END, ${idOf(4, 'n')},
    (ARRAY['cold', 'hot'])[m + 1]::water_service, (ARRAY['СХВ-15', 'СГВ-15'])[m + 1],
    lpad((n * 2 + m)::text, 8, '0'), (ARRAY['кухня', 'ванная'])[m + 1],
    current_date - 900, current_date - 900, current_date + 900, 'П-' || n
  FROM generate_series(0, ${accounts - 1}) n, generate_series(0, 1) m;`

// Month by month, as readings come in: the months of one meter lie on different pages.
const readingsSql = (accounts: number) => `
  INSERT INTO readings (meter_id, revision, period, value_litres, used_litres, taken_on, source, recorded_at)
  SELECT CASE m WHEN 0 THEN ${meterIdSql(0, 'n')} ELSE ${meterIdSql(1, 'n')} END, k + 1, month,
    20000 + n % 977 * 40 + m * 1000 + k * (2500 + n % 1500), CASE k WHEN 0 THEN 0 ELSE 2500 + n % 1500 END,
    month + 21, 'import', month + 21
  FROM generate_series(0, ${MONTHS - 1}) k,
    LATERAL (SELECT (date_trunc('month', app_now()) - make_interval(months => ${MONTHS} - k))::date AS month) p,
    generate_series(0, ${accounts - 1}) n, generate_series(0, 1) m
  ORDER BY k, n, m;`

/** The window is open the whole month, so that a bench runs on any day. */
const settingsSql = `
  UPDATE settings SET value = '{"firstDay": 1, "lastDay": 31}' WHERE name = 'reading_window';`

export const cityStatements = (accounts: number): string[] => [
  accountsSql(accounts),
  readingsSql(accounts),
  settingsSql,
  'VACUUM (ANALYZE, FREEZE)',
]

/** A guest for every flat. Seen "an hour from now": none becomes idle or due for a touch during the run. */
export const guestsSql = (accounts: number) => `
  INSERT INTO guest_sessions (id, account_id, account_revision, typed_house, typed_flat, last_seen_at, expires_at)
  SELECT ${sessionIdSql('n')}, ${idOf(4, 'n')}, 1, '12а', '45', app_now() + interval '1 hour',
    app_now() + interval '2 hours'
  FROM generate_series(0, ${accounts - 1}) n`
