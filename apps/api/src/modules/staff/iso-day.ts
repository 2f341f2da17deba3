/** A day as the database gives it, in the form of the contract. */
export const isoDay = <T extends Date | null>(day: T) =>
  (day === null ? null : day.toISOString().slice(0, 10)) as T extends null ? string | null : string
