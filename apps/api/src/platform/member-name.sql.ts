/** The name of the member of staff in a column of actors; null where somebody else did it. */
export const memberName = (column: string) => `
  (SELECT coalesce(nullif(u.name, ''), u.email) FROM users u
   WHERE u.id = CASE WHEN ${column} ~ '^staff:[0-9a-f-]{36}$' THEN split_part(${column}, ':', 2)::uuid END)`
