import type { MeterRecord } from '@rodnik/domain/billing/billed-meter'
import type { PastOutage } from '@rodnik/domain/billing/past-outage'

/** Newest first: period, day, litres, whether the face has turned. */
export type InputReading = [period: string, takenOn: string, valueLitres: number, isRollover: boolean]

/** A meter as the rules take it, but for the short form of its readings. */
export type InputMeter = Omit<MeterRecord, 'readings' | 'outages'> & {
  readings: InputReading[] | null
  outages: PastOutage[] | null
  /** It left within the month by an act that found less on its face than bills had counted. */
  hasLeftBelow: boolean
}

/** An account as the database knows it for a month. */
export type InputAccount = {
  id: string
  kind: 'resident' | 'legal'
  housingGroup: string
  hasSewer: boolean
  isMeterImpossible: boolean
  residents: number
  owners: number
  closedOn: string | null
  persons: { from: string; persons: number }[] | null
  absences: { leftOn: string; returnedOn: string | null; persons: number }[] | null
  interruptions: { service: 'cold_water' | 'wastewater'; hours: number }[] | null
  terms: { litres: number | null; untilOn: string | null; diameterMm: number | null } | null
  meters: InputMeter[] | null
}

/** Accounts by number, both included. */
export type Slice = { slice: number; firstNumber: string; lastNumber: string }
