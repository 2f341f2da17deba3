import type { LawRef } from '@rodnik/contract/law'
import type { OutageReason, VolumePart } from '@rodnik/contract/volume-parts'

type Citation = readonly LawRef[]

const AVERAGE: Record<OutageReason, Citation> = {
  no_reading: ['354:59.b'],
  expired: ['354:59.a', '354:81(12)'],
  failed: ['354:59.a'],
  refused_access: ['354:59.v'],
}
const NORM: Record<Extract<VolumePart, { method: 'norm' }>['because'], Citation> = {
  no_meter: ['354:42', '354:a2.4(1)'],
  meter_impossible: ['354:42', '354:a2.4'],
  short_history: ['354:59(2)'],
  no_reading: ['354:60'],
  expired: ['354:60'],
  failed: ['354:60'],
  refused_access: ['354:60', '354:60(3)'],
}
const BY_METHOD = {
  meter: ['354:42', '354:a2.1'],
  meter_months: ['354:42', 'policy:true_up'],
  true_up: ['policy:true_up'],
  absence: ['354:86', '354:87', '354:90', '354:91'],
  unauthorised: ['354:62', '354:81(11)'],
  daily_average: ['776:14', '776:15', '776:17'],
  capacity: ['776:14', '776:15', '776:16'],
  guaranteed: ['776:14', '776:15', '776:18'],
} as const satisfies Record<string, Citation>
/** What is charged or taken back of a past month. */
export const DIFFERENCE_LAW = {
  inspection: ['354:61'],
  correction: ['354:42', 'zhk:157.6'],
} as const satisfies Record<string, Citation>

/** Commercial metering of organisations: 416-ФЗ ст. 20. */
const METER_OF_ORGANISATION: Citation = ['416:20']

/** The paragraphs that a volume rests on, each once; residents and organisations have other rules. */
export function citationsOf(parts: readonly VolumePart[], isOrganisation = false): LawRef[] {
  const found: LawRef[] = []
  for (const part of parts) {
    const isMetered = part.method === 'meter' || part.method === 'difference'
    add(found, isOrganisation && isMetered ? METER_OF_ORGANISATION : citationOf(part))
    if (part.share) add(found, ['354:38', 'policy:split_by_days'])
    if (part.method === 'norm') add(found, citationOfPersons(part.spans))
  }
  return found
}

function citationOf(part: VolumePart): Citation {
  if (part.method === 'average') return AVERAGE[part.because]
  if (part.method === 'norm') return NORM[part.because]
  return part.method === 'difference' ? DIFFERENCE_LAW[part.because] : BY_METHOD[part.method]
}

function citationOfPersons(spans: readonly { isOwners: boolean }[]): Citation {
  if (spans.some((span) => span.isOwners)) return ['354:56(2)']
  return spans.length > 1 ? ['354:57(1)'] : []
}

function add(found: LawRef[], more: Citation): void {
  for (const ref of more) if (!found.includes(ref)) found.push(ref)
}
