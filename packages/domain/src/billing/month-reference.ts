import type { BilledService } from '@rodnik/contract/charges'
import type { NormService } from '@rodnik/contract/volume-parts'
import type { ChargeReference, DatedCoefficient, DatedNorm, DatedTariff, DatedVat } from './charge-facts.ts'
import { type Cover, coverMonth } from './dated-cover.ts'
import { type MonthFrame, monthFrame } from './month-frame.ts'

/** The reference of one period, laid out by days. Half a million accounts share it, so it is worked out once. */
export type MonthReference = {
  frame: MonthFrame
  reference: ChargeReference
  tariffs: Map<string, Cover<DatedTariff>>
  norms: Map<string, Cover<DatedNorm> | undefined>
  coefficients: Map<NormService, Cover<DatedCoefficient>>
  vat: Cover<DatedVat>
}

/** Reference data are never changed in place, so what was found for them stays true. */
const remembered = new WeakMap<ChargeReference, Map<string, MonthReference>>()

export function monthReference(reference: ChargeReference, period: string): MonthReference {
  let months = remembered.get(reference)
  if (!months) remembered.set(reference, (months = new Map()))
  const known = months.get(period)
  if (known) return known
  const frame = monthFrame(period)
  const month: MonthReference = {
    frame,
    reference,
    tariffs: new Map(),
    norms: new Map(),
    coefficients: new Map(),
    vat: coverMonth(reference.vat, frame),
  }
  months.set(period, month)
  return month
}

export function tariffCover(
  { tariffs, reference, frame }: MonthReference,
  group: string,
  service: BilledService,
): Cover<DatedTariff> {
  return remember(tariffs, `${service} ${group}`, () =>
    coverMonth(
      reference.tariffs.filter((row) => row.service === service && row.consumerGroup === group),
      frame,
    ),
  )
}

/** Undefined: this housing has no norm of the service at all, e.g. of hot water or of a sewer. */
export function normCover(
  { norms, reference, frame }: MonthReference,
  group: string,
  service: NormService,
): Cover<DatedNorm> | undefined {
  return remember(norms, `${service} ${group}`, () => {
    const rows = reference.norms.filter((row) => row.service === service && row.housingGroup === group)
    return rows.length === 0 ? undefined : coverMonth(rows, frame)
  })
}

export function coefficientCover(
  { coefficients, reference, frame }: MonthReference,
  service: NormService,
): Cover<DatedCoefficient> {
  return remember(coefficients, service, () =>
    coverMonth(
      reference.coefficients.filter((row) => row.service === service),
      frame,
    ),
  )
}

/** Days within the month on which a price of the group changes. */
export function changeDays(month: MonthReference, group: string): readonly string[] {
  const services: BilledService[] = ['cold_water', 'wastewater']
  const days = services.flatMap((service) => {
    const cover = tariffCover(month, group, service)
    return cover.ok ? cover.segments.slice(1).map((segment) => segment.from) : []
  })
  return [...new Set(days)].toSorted()
}

function remember<Key, Value>(map: Map<Key, Value>, key: Key, find: () => Value): Value {
  const known = map.get(key)
  if (known !== undefined || map.has(key)) return known as Value
  const value = find()
  map.set(key, value)
  return value
}
