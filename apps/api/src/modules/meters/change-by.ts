import type { WorkWish } from '@rodnik/contract/meter-works'
import type { MeterChange } from './meters.repo.ts'

const CHANGES: Partial<Record<WorkWish['kind'], (doneOn: string) => MeterChange>> = {
  replace: (removedOn) => ({ removedOn }),
  take_out: (removedOn) => ({ removedOn }),
  fail: (failedOn) => ({ failedOn }),
  access_refused: (accessRefusedOn) => ({ accessRefusedOn }),
  access_given: () => ({ accessRefusedOn: null }),
}

/** What becomes of the papers of a meter by a work. */
export function changeBy(wish: WorkWish): MeterChange {
  if (wish.kind === 'seal') return { sealNumber: wish.sealNumber }
  if (wish.kind !== 'verify' && wish.kind !== 'repair') return CHANGES[wish.kind]?.(wish.doneOn) ?? {}
  return {
    lastVerifiedOn: wish.doneOn,
    verificationDueOn: wish.verificationDueOn,
    ...(wish.kind === 'repair' && { failedOn: null }),
    ...(wish.sealNumber !== null && { sealNumber: wish.sealNumber }),
  }
}
