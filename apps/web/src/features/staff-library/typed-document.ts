import type { DocumentFacts } from '@rodnik/contract/staff-library'
import { textOf } from '../../lib/form-text.ts'

type Field = 'titleRu' | 'titleEn' | 'position'

/** The form as the server takes it, and what of it is not right. */
export function typedDocument(data: FormData): { facts: DocumentFacts; wrong: Field[] } {
  const position = textOf(data, 'position')
  const facts: DocumentFacts = {
    section: textOf(data, 'section'),
    title: { ru: textOf(data, 'titleRu'), en: textOf(data, 'titleEn') },
    description: { ru: textOf(data, 'descriptionRu'), en: textOf(data, 'descriptionEn') },
    validFrom: textOf(data, 'validFrom') || null,
    position: Number(position),
  }
  const isRight: Record<Field, boolean> = {
    titleRu: facts.title.ru !== '',
    titleEn: facts.title.en !== '',
    position: /^\d{1,4}$/.test(position),
  }
  const fields = Object.keys(isRight) as Field[]
  return { facts, wrong: fields.filter((field) => !isRight[field]) }
}
