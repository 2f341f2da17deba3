import * as z from 'zod/mini'

/** Every text that comes from outside: bounded, without control characters (NUL would stop PostgreSQL). */
export const text = (maxLength: number) =>
  z.string().check(z.trim(), z.minLength(1), z.maxLength(maxLength), z.regex(/^[^\p{Cc}]*$/u))

/** A calendar day of the business, ISO 8601: 2026-11-23. */
export const IsoDate = z.iso.date()

/** A month of readings and bills: 2026-11. */
export const Period = z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])$/))
export type Period = z.infer<typeof Period>

/** A moment, UTC. */
export const Instant = z.iso.datetime()

/** Water in whole litres, 0.001 m³. Minus zero is refused: it is never what a person typed. */
export const Litres = z.int().check(
  z.minimum(0),
  z.maximum(999_999_999),
  z.refine((value) => !Object.is(value, -0)),
)

/** Money in whole kopecks. */
export const Kopecks = z.int()

/** Лицевой счёт: ten digits; the city's prefix is a setting. */
export const AccountNumber = z.string().check(z.regex(/^\d{10}$/))
