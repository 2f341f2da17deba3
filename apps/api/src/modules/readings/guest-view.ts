import { withoutMarkings } from '../../platform/without-markings.ts'

/** A confirmation for someone without a profile. */
export const forGuest = <T extends { readings: { serial: string }[] }>(confirmation: T): T => ({
  ...confirmation,
  readings: withoutMarkings(confirmation.readings),
})
