import type { Doubt } from '@rodnik/contract/reading-issue'
import type { Source } from '@rodnik/contract/submissions'
import type { Intention, KnownMeter, Owner } from './cabinet.repo.ts'

export type WantedReading = { meter: KnownMeter; valueLitres: number; confirmed?: Doubt[] | undefined }
export type Sender = { owner: Owner; source: Source; actor: string }
export type Wish = {
  /** The key that makes a retry return the first answer, and the operation it belongs to. */
  intention: Intention | undefined
  /** What was asked for, to tell a retry from another wish under the same key. */
  body: unknown
  /** Finds the meters that the wish means among those of the account. */
  choose: (meters: KnownMeter[]) => WantedReading[]
}
