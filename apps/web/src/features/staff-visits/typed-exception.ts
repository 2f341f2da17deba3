import { TimeOfDay } from '@rodnik/contract/visit-windows'
import { textOf } from '../../lib/form-text.ts'
import type { NewException } from './visits.queries.ts'

export type ExceptionField = 'day' | 'from' | 'places' | 'reason'

/** The form as the server takes it, or the names of the fields that are not right. */
export function typedException(
  data: FormData,
  today: string,
): { exception: NewException | null; wrong: ExceptionField[] } {
  const [day, from, district, reason] = ['day', 'from', 'district', 'reason'].map((name) =>
    textOf(data, name),
  )
  const places = Number(textOf(data, 'places') || Number.NaN)
  const wrong: ExceptionField[] = [
    ...(!day || day < today ? ['day' as const] : []),
    ...(from && !TimeOfDay.safeParse(from).success ? ['from' as const] : []),
    ...(Number.isInteger(places) && places >= 0 && places <= 60 ? [] : ['places' as const]),
    ...(reason ? [] : ['reason' as const]),
  ]
  if (wrong.length > 0) return { exception: null, wrong }
  return {
    exception: {
      day: day ?? '',
      from: from || null,
      district: district || null,
      places,
      reason: reason ?? '',
    },
    wrong,
  }
}
