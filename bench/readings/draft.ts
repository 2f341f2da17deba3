import { meterId } from './city.sql.ts'

const reading = (meter: 0 | 1) => ({
  meterId: meterId(meter, 0),
  service: 'cold',
  type: 'СХВ-15',
  serial: '00000000',
  place: 'кухня',
  wholeDigits: 5,
  fractionDigits: 3,
  previousLitres: 52_500,
  valueLitres: 55_500,
  usedLitres: 3000,
  isRollover: false,
  state: 'accepted',
  notices: [],
  isReplaced: false,
  replacedBy: null,
})

/** An answer of the size that the API keeps for retries: the bare contenders write as many bytes. */
export const DRAFT = JSON.stringify({
  accountNumber: '3140000000',
  period: '2026-11',
  submittedAt: '2026-11-23T10:00:00.000Z',
  source: 'accountless',
  closesOn: '2026-11-30',
  readings: [reading(0), reading(1)],
  estimate: {
    lines: [
      { service: 'cold_water', litres: 3000, amountKopecks: 12_066 },
      { service: 'wastewater', litres: 6000, amountKopecks: 16_110 },
    ],
    totalKopecks: 28_176,
  },
  checkCode: 'AAAAAAAAAAAAAAAAAAAAAA',
})

export const SAMPLE_HASH = Buffer.alloc(32, 7)
