import type { FormTemplate } from '@rodnik/contract/form-template'
import type { FormFacts } from '@rodnik/domain/library/filled-form'
import type { FormMeter } from './account-facts.repo.ts'

/** A form as it is drawn: its template, what is known, and to whom it goes. */
export type Form = {
  template: FormTemplate
  facts: FormFacts
  meters: FormMeter[]
  provider: { name: string; address: string }
  /** The day it is drawn on: it stands in the file in place of the moment. */
  day: string
}
