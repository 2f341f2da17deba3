/** A column of moments as the contract has them: ISO 8601, UTC, to the millisecond. */
export const utcInstant = (column: string) =>
  `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
