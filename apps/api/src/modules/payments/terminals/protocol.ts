import type { TerminalQuestion } from '@rodnik/contract/terminals'
import type { Dialect } from './question.ts'
import type { Refusal } from './refusals.ts'
import type { Found, Taken } from './terminals.service.ts'

export type Answer = Found | Taken | Refusal

/** How one kind of network asks and is answered. */
export type Protocol = {
  dialect: Dialect
  code: (answer: Answer) => number
  /** @param asked as it came, checked or not */
  toXml: (answer: Answer, asked: TerminalQuestion) => string
}
