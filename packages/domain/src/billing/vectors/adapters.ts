import * as byNorm from './by-norm.ts'
import * as differences from './differences.ts'
import type { Adapter } from './given.ts'
import * as legal from './legal.ts'
import * as metered from './metered.ts'
import * as money from './money.ts'
import { qr } from './qr.ts'

/** One for each kind of the schema. */
export const adapters: ReadonlyMap<string, Adapter> = new Map<string, Adapter>([
  ['meter', metered.metered],
  ['meter_reject', metered.meterReject],
  ['split_days', metered.splitDays],
  ['split_readings', metered.splitReadings],
  ['expiry_mid_month', metered.expiryMidMonth],
  ['replacement', metered.replacement],
  ['average', byNorm.average],
  ['norm', byNorm.norm],
  ['norm_k_split', byNorm.normKSplit],
  ['persons_change', byNorm.personsChange],
  ['absence', byNorm.absence],
  ['unauthorised', byNorm.unauthorised],
  ['correction', differences.correction],
  ['check61', differences.check61],
  ['true_up', differences.trueUp],
  ['penalty', money.penalty],
  ['advance', money.advance],
  ['balance', money.balance],
  ['allocate', money.allocate],
  ['interruption', money.interruption],
  ['legal', legal.legal],
  ['legal_average', legal.legalAverage],
  ['capacity', legal.capacity],
  ['qr', qr],
])
