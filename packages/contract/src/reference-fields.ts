import * as z from 'zod/mini'
import { IsoDate, text } from './primitives.ts'

/** A slip of the finger in the year is no date of ours. */
export const Day = IsoDate.check(z.refine((day) => day >= '1990-01-01' && day <= '2099-12-31'))

/** What a whole month has one of. */
const MonthStart = Day.check(z.refine((day) => day.endsWith('-01')))

/** A name that prices, norms and accounts share: residents, full_amenities. */
export const Group = z.string().check(z.regex(/^[a-z][a-z0-9_]{0,39}$/))

export const whole = (least: number, most: number) => z.int().check(z.minimum(least), z.maximum(most))
export const BasisPoints = whole(0, 10_000)
/** A month may lack it, so that no bill has a day of its own in February alone. */
export const DayOfMonth = whole(1, 28)

/** The day it holds from, and what it rests on: an act, or how it was derived. */
export const dated = { validFrom: Day, act: text(400) }
export const monthly = { validFrom: MonthStart, act: text(400) }
