import type { SubmissionChannel } from '@rodnik/contract/meter-works'
import type { Doubt } from '@rodnik/contract/reading-issue'
import type { Source } from '@rodnik/contract/submissions'
import type { Intention, KnownMeter, Owner } from './cabinet.repo.ts'

export type WantedReading = { meter: KnownMeter; valueLitres: number; confirmed?: Doubt[] | undefined }
/** How readings that staff type in had come, and on which day: they are judged by that day. */
export type Receipt = { channel: SubmissionChannel; receivedOn: string }
export type Sender = { owner: Owner; source: Source; actor: string; receipt?: Receipt }
export type Wish = {
  /** The key that makes a retry return the first answer, and the operation it belongs to. */
  intention: Intention | undefined
  /** What was asked for, to tell a retry from another wish under the same key. */
  body: unknown
  /** Finds the meters that the wish means among those of the account. */
  choose: (meters: KnownMeter[]) => WantedReading[]
}
