import { OutageKind, OutageService } from '@rodnik/contract/outages'
import type { OutageNotice } from '@rodnik/contract/staff-outages'
import { readStreetLines } from '@rodnik/domain/notices/street-lines'
import { instantOf } from '../../lib/city-moment.ts'
import { textOf } from '../../lib/form-text.ts'

type OutageField = 'titleRu' | 'titleEn' | 'services' | 'startsAt' | 'expectedEndAt' | 'streets'

export type TypedOutage = {
  notice: OutageNotice
  wrong: OutageField[]
  /** Lines of the streets that cannot be read, from 1. */
  wrongLines: number[]
}

const inBoth = (data: FormData, name: string) => ({
  ru: textOf(data, `${name}Ru`),
  en: textOf(data, `${name}En`),
})

/** The form as the server takes it, and what of it is not right. */
export function typedOutage(data: FormData, timeZone: string): TypedOutage {
  const startsAt = instantOf(textOf(data, 'startsAt'), timeZone)
  const typedEnd = textOf(data, 'expectedEndAt')
  const expectedEndAt = instantOf(typedEnd, timeZone)
  const { parts, wrongLines } = readStreetLines(textOf(data, 'streets'))
  const kind = OutageKind.safeParse(textOf(data, 'kind'))
  const notice: OutageNotice = {
    kind: kind.success ? kind.data : 'planned',
    services: OutageService.options.filter((service) => data.getAll('services').includes(service)),
    title: inBoth(data, 'title'),
    advice: inBoth(data, 'advice'),
    water: inBoth(data, 'water'),
    startsAt: startsAt ?? '',
    expectedEndAt,
    streets: parts,
  }
  const isRight: Record<OutageField, boolean> = {
    titleRu: notice.title.ru !== '',
    titleEn: notice.title.en !== '',
    services: notice.services.length > 0,
    startsAt: startsAt !== null,
    expectedEndAt:
      typedEnd === '' || (expectedEndAt !== null && (startsAt === null || startsAt < expectedEndAt)),
    streets: parts.length > 0 && wrongLines.length === 0,
  }
  const fields = Object.keys(isRight) as OutageField[]
  return { notice, wrong: fields.filter((field) => !isRight[field]), wrongLines }
}
