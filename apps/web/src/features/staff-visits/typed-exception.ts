import { TimeOfDay } from '@rodnik/contract/arrival-window'
import { textOf } from '../../lib/form-text.ts'
import type { NewException } from './visits.queries.ts'

const FIELDS = ['day', 'from', 'places', 'reason'] as const
type ExceptionField = (typeof FIELDS)[number]

const MOST_PLACES = 60

/** The form as the server takes it, or the names of the fields that are not right. */
export function typedException(
  data: FormData,
  today: string,
): { exception: NewException | null; wrong: ExceptionField[] } {
  const typed = {
    day: textOf(data, 'day'),
    from: textOf(data, 'from'),
    reason: textOf(data, 'reason'),
    places: Number(textOf(data, 'places') || Number.NaN),
  }
  const isRight: Record<ExceptionField, boolean> = {
    day: typed.day >= today,
    from: typed.from === '' || TimeOfDay.safeParse(typed.from).success,
    places: Number.isInteger(typed.places) && typed.places >= 0 && typed.places <= MOST_PLACES,
    reason: typed.reason !== '',
  }
  const wrong = FIELDS.filter((name) => !isRight[name])
  const district = textOf(data, 'district') || null
  const exception = { ...typed, from: typed.from || null, district }
  return { exception: wrong.length > 0 ? null : exception, wrong }
}
