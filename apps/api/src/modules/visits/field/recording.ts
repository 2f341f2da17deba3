import type { VisitResult } from '@rodnik/contract/field-visits'
import type { Actor } from '../../../platform/actor.ts'
import type { Recorder } from '../../meters/index.ts'
import type { FieldVisitRow } from './field-day.repo.ts'

export type Wish = { key: string; hash: Buffer }

/** A result on its way into the records. */
export type Recording = {
  visit: FieldVisitRow
  result: VisitResult
  wish: Wish
  /** By the calendar of the city. */
  days: { day: string; enteredOn: string; today: string }
  actor: Actor
  recorder: Recorder
}
