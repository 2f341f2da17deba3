import type {
  Defect,
  FieldMeter,
  FieldVisit,
  FoundMeter,
  NewMeterFound,
  Signature,
  VisitResult,
} from '@rodnik/contract/field-visits'
import { parseVolume } from '@rodnik/domain/readings/typed-volume'
import { readingFault } from '@rodnik/domain/visits/visit-findings'
import type { DraftFault } from '../../lib/draft-fault.ts'
import { withComma } from '../../lib/face.ts'

export type MeterDraft = {
  typed: string
  isRollover: boolean
  seal: string
  dueOn: string
  defects: Defect[]
  note: string
}

export type NewMeterDraft = {
  replacesMeterId: string
  service: 'cold' | 'hot'
  type: string
  serial: string
  place: string
  typed: string
  seal: string
  dueOn: string
}

/** The photo itself lies beside; `picture` is what is shown of it. */
export type PhotoDraft = { key: string; takenAt: string; picture: string }

/** What is typed at the door, kept with every key press. */
export type Draft = {
  meters: Record<string, MeterDraft>
  newMeter: NewMeterDraft | null
  photos: PhotoDraft[]
  note: string
  signature: Signature | null
  /** Whoever was there would not sign. */
  isUnsigned: boolean
}

export const EMPTY_METER: MeterDraft = {
  typed: '',
  isRollover: false,
  seal: '',
  dueOn: '',
  defects: [],
  note: '',
}

export const emptyDraft = (): Draft => ({
  meters: {},
  newMeter: null,
  photos: [],
  note: '',
  signature: null,
  isUnsigned: false,
})

export type DraftFaults = Record<string, DraftFault>

const NEW_FACE = { wholeDigits: 5, fractionDigits: 3, nominalLitresPerHour: 1500 }

export const litresOf = (typed: string, face: Pick<FieldMeter, 'wholeDigits' | 'fractionDigits'>) => {
  if (typed === '') return null
  const parsed = parseVolume(withComma(typed, face.wholeDigits, face.fractionDigits), face.fractionDigits)
  return parsed.ok ? parsed.litres : Number.NaN
}

const isTouched = ({ typed, seal, dueOn, defects, note }: MeterDraft): boolean =>
  typed !== '' || seal !== '' || dueOn !== '' || defects.length > 0 || note !== ''

/** The draft as the server takes it, or what is missing, by field. */
export function resultOf(
  draft: Draft,
  visit: Pick<FieldVisit, 'meters' | 'askedMeterIds'>,
  enteredAt: string,
): { result: VisitResult; faults: null } | { result: null; faults: DraftFaults } {
  const asked = new Set(visit.askedMeterIds)
  const looked = visit.meters.flatMap((meter) => {
    const typed = draft.meters[meter.id] ?? EMPTY_METER
    const isNeeded = asked.has(meter.id) || draft.newMeter?.replacesMeterId === meter.id
    return isNeeded || isTouched(typed) ? [{ meter, found: foundOf(meter.id, typed, meter) }] : []
  })
  const faults = {
    ...Object.fromEntries(looked.flatMap(({ meter, found }) => faultOf(meter, found))),
    ...newMeterFaults(draft.newMeter),
    ...signatureFaults(draft),
    ...(looked.length === 0 && draft.newMeter === null && { form: 'nothing' as const }),
  }
  if (Object.keys(faults).length > 0) return { result: null, faults }
  const newMeters = draft.newMeter ? [newMeterOf(draft.newMeter)] : []
  return {
    faults: null,
    result: {
      outcome: 'done',
      enteredAt,
      note: draft.note.trim(),
      meters: looked.map(({ found }) => found),
      newMeters,
      signature: draft.isUnsigned ? null : draft.signature,
    },
  }
}

const textOrNull = (typed: string): string | null => typed.trim() || null

const foundOf = (meterId: string, draft: MeterDraft, meter: FieldMeter): FoundMeter => ({
  meterId,
  valueLitres: litresOf(draft.typed, meter),
  isRollover: draft.isRollover,
  sealNumber: textOrNull(draft.seal),
  verificationDueOn: textOrNull(draft.dueOn),
  defects: draft.defects,
  note: draft.note.trim(),
})

function faultOf(meter: FieldMeter, found: FoundMeter): [string, DraftFault][] {
  if (Number.isNaN(found.valueLitres)) return [[meter.id, 'not_a_number']]
  const fault = readingFault(found, meter)
  return fault ? [[meter.id, fault]] : []
}

function newMeterFaults(meter: NewMeterDraft | null): DraftFaults {
  if (!meter) return {}
  const litres = litresOf(meter.typed, NEW_FACE)
  return {
    ...(meter.type.trim() === '' && { newType: 'type_needed' }),
    ...(meter.serial.trim() === '' && { newSerial: 'serial_needed' }),
    ...((litres === null || Number.isNaN(litres)) && {
      newReading: litres === null ? 'reading_needed' : 'not_a_number',
    }),
    ...(meter.dueOn === '' && { newDue: 'due_needed' }),
  }
}

const newMeterOf = ({
  replacesMeterId,
  service,
  type,
  serial,
  place,
  typed,
  seal,
  dueOn,
}: NewMeterDraft): NewMeterFound => ({
  ...NEW_FACE,
  replacesMeterId: textOrNull(replacesMeterId),
  service,
  type: type.trim(),
  serial: serial.trim(),
  place: place.trim(),
  verifiedOn: null,
  verificationDueOn: dueOn,
  sealNumber: textOrNull(seal),
  valueLitres: litresOf(typed, NEW_FACE) ?? 0,
})

function signatureFaults({ isUnsigned, signature }: Draft): DraftFaults {
  if (isUnsigned) return {}
  if (!signature || signature.strokes.length === 0) return { signature: 'sign' }
  return signature.name.trim() === '' ? { signer: 'name' } : {}
}
