import type { AccountMonth, BilledMeter } from '@rodnik/domain/billing/charge-facts'
import { chargeMonth } from '@rodnik/domain/billing/charge-month'
import { consumerGroupOf } from '@rodnik/domain/billing/consumer-group'
import type { ReceiptData } from '../../apps/api/src/modules/billing/receipts/receipt-data.ts'
import { type FinalMonth, wholeReceipt } from '../../apps/api/src/modules/billing/receipts/to-receipt.ts'
import { contextOf, PERIOD, referenceOfMonth } from './reference.ts'

const LONG_NAME = 'Муниципальное унитарное предприятие «Родник»'
const STREETS = ['ул. Мира', 'проспект Ленина', 'улица Сони Кривой', 'Комсомольский проспект']

const reference = referenceOfMonth()
const contexts = [contextOf(undefined), contextOf(LONG_NAME)] as const

const number = (i: number) => String(3_140_000_000 + i * 7 + 3)

/** Receipt number i of a varied city, charged by the rules: readings, averages, norms, organisations, debts, advances. */
export function sampleReceipt(i: number): ReceiptData {
  const context = contexts[i % 2 === 0 ? 0 : 1]
  const payer = { name: `Иванова Анна ${i}-я`, housingGroup: 'full_amenities' }
  return { ...wholeReceipt(monthOf(i), payer, context), receiptCode: i % 5 === 0 ? '12345678' : null }
}

function monthOf(i: number): FinalMonth {
  const facts = factsOf(i)
  const charged = chargeMonth(facts, reference)
  if (!charged.ok) throw new Error(`Sample ${i} is not charged: ${charged.code}`)
  const services = [...Map.groupBy(charged.lines, ({ service }) => service)].map(([service, lines]) => ({
    service,
    litres: lines.reduce((sum, { litres }) => sum + (litres ?? 0), 0),
    amountKopecks: lines.reduce((sum, { amountKopecks }) => sum + amountKopecks, 0),
    lines,
  }))
  return {
    accountId: '',
    number: number(i),
    kind: facts.kind,
    street: STREETS[i % STREETS.length] ?? '',
    house: `${(i % 90) + 1}`,
    flat: facts.kind === 'legal' ? '' : `${(i % 300) + 1}`,
    period: PERIOD,
    services,
    servicesBefore: null,
    penalties: [],
    issuedAt: new Date('2026-11-05T07:00:00Z'),
    moved: [
      { book: 'receivable', side: 'opening', kopecks: (i % 11) * 12_345 - 20_000 },
      { book: 'receivable', side: 'paid', kopecks: i % 3 === 0 ? -31_000 : 0 },
      { book: 'receivable', side: 'charged', kopecks: charged.totalKopecks },
    ],
    meters: facts.meters.map(({ id, service }) => ({
      id,
      service,
      serial: `0${7_000_000 + i}`,
      place: 'кухня',
    })),
  }
}

function factsOf(i: number): AccountMonth {
  const kind = i % 9 === 4 ? 'legal' : 'resident'
  return {
    kind,
    period: PERIOD,
    consumerGroup: consumerGroupOf(kind),
    services: ['cold_water', 'wastewater'],
    housingGroup: 'full_amenities',
    closedOn: null,
    isMeterImpossible: i % 13 === 6,
    persons: [{ from: '2020-01-01', to: null, persons: (i % 4) + 1 }],
    owners: 1,
    meters: i % 7 === 5 ? [] : metersOf(i),
    absences: [],
    interruptions: i % 17 === 8 ? [{ service: 'cold_water', hours: 30 }] : [],
    contract: { guaranteed: { monthLitres: 90_000, untilOn: '2027-01-01' }, pipeDiameterMm: 15 },
  }
}

function metersOf(i: number): BilledMeter[] {
  const isSilent = i % 6 === 2
  const meter = (id: string, service: BilledMeter['service'], used: number): BilledMeter => ({
    id: `${id}-${i}`,
    service,
    wholeDigits: 5,
    installedOn: '2020-01-15',
    removedOn: null,
    verificationDueOn: '2030-01-15',
    failedOn: null,
    refusedAccessOn: null,
    opening: { valueLitres: 100_000 + i },
    readings: isSilent ? [] : [{ takenOn: '2026-10-22', valueLitres: 100_000 + i + used, isRollover: false }],
    historyLitres: [7000, 8000, 6000, 9000, 7500, 6500],
    missed:
      isSilent && i % 4 === 0 ? { months: 3, reason: 'no_reading', chargedLitres: [7000, 7000, 7000] } : null,
    year: { litres: 90_000, days: 365 },
  })
  const cold = meter('cold', 'cold', 1000 + ((i * 37) % 9000))
  return i % 2 === 0 ? [cold] : [cold, meter('hot', 'hot', 500 + ((i * 53) % 5000))]
}
