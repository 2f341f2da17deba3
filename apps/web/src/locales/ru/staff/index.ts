import { account } from './account.ts'
import { answerTemplates } from './answer-templates.ts'
import { audit } from './audit.ts'
import { billing } from './billing.ts'
import { circumstances } from './circumstances.ts'
import { differences } from './differences.ts'
import { entry } from './entry.ts'
import { frame } from './frame.ts'
import { imports } from './imports.ts'
import { letters } from './letters.ts'
import { meters } from './meters.ts'
import { organisations } from './organisations.ts'
import { palette } from './palette.ts'
import { payments } from './payments.ts'
import { people } from './people.ts'
import { queue } from './queue.ts'
import { recalculations } from './recalculations.ts'
import { reference } from './reference.ts'
import { registers } from './registers.ts'
import { registries } from './registries.ts'
import { requestCard } from './request-card.ts'
import { requestKinds } from './request-kinds.ts'
import { requestQueue } from './request-queue.ts'
import { reviews } from './reviews.ts'
import { schedules } from './schedules.ts'
import { search } from './search.ts'
import { terminals } from './terminals.ts'
import { visits } from './visits.ts'

export const words = {
  frame,
  entry,
  search,
  palette,
  account,
  meters,
  circumstances,
  reviews,
  people,
  letters,
  imports,
  audit,
  organisations,
  reference,
  recalculations,
  billing,
  registries,
  registers,
  payments,
  differences,
  terminals,
  queue,
  schedules,
  requestQueue,
  requestCard,
  requestKinds,
  answerTemplates,
  visits,
}

/** What the console must say in every language: a missing or surplus word is a compile error. */
export type StaffWords = typeof words
