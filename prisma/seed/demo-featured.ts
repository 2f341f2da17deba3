import { addDays } from '@rodnik/domain/calendar/days'
import { addYears } from './demo-dates.ts'
import type { DemoAccount, DemoCalendar } from './demo-files.ts'
import { type DemoMeter, housingGroup, meterRow, readingRows } from './demo-meter.ts'
import { chance } from './demo-random.ts'
import { demoSignIns } from './demo-sign-ins.ts'

const READ_ON_DAY = 22

/** Months differ a little, as they do at home. */
function around(litres: number, seed: number): (period: string) => number {
  return (period) => {
    const luck = chance(seed + Number(period.replace('-', '')))
    return litres + Math.round((luck.share() - 0.5) * (litres / 4))
  }
}

const everyMonth = { readOnDay: () => READ_ON_DAY }

/** The account of the first sign-in: as the cabinet is drawn in the design. */
function flatWithTwoMeters({ today }: DemoCalendar): DemoMeter[] {
  const year = Number(today.slice(0, 4))
  const hotDueOn = addDays(today, 23)
  return [
    {
      service: 'cold',
      type: 'СХВ-15',
      serial: '07451893',
      place: 'кухня',
      installedOn: `${year - 3}-03-20`,
      lastVerifiedOn: `${year - 3}-03-14`,
      verificationDueOn: `${year + 3}-03-14`,
      seal: '74 00318825',
      lastLitres: 123_456,
      usedLitres: around(3_200, 1),
      ...everyMonth,
    },
    {
      service: 'hot',
      type: 'СГВ-15',
      serial: '09833021',
      place: 'ванная',
      installedOn: addDays(addYears(hotDueOn, -4), 12),
      lastVerifiedOn: addYears(hotDueOn, -4),
      verificationDueOn: hotDueOn,
      seal: '74 00318826',
      lastLitres: 87_120,
      usedLitres: around(2_100, 2),
      ...everyMonth,
    },
  ]
}

function houseAboutToRollOver({ today }: DemoCalendar): DemoMeter[] {
  return [
    {
      service: 'cold',
      type: 'СВК-20',
      serial: '00104477',
      place: 'подвал',
      nominal: '2,5',
      installedOn: addYears(today, -16),
      lastVerifiedOn: addYears(addDays(today, -400), 0),
      verificationDueOn: addYears(addDays(today, -400), 6),
      seal: '74 00120094',
      lastLitres: 99_990_412,
      usedLitres: around(12_400, 3),
      ...everyMonth,
    },
  ]
}

function meterDueOn(
  dueOn: string,
  facts: Pick<DemoMeter, 'service' | 'serial' | 'place' | 'lastLitres'>,
): DemoMeter {
  const isCold = facts.service === 'cold'
  return {
    ...facts,
    type: isCold ? 'СХВ-15Д' : 'СГВ-15Д',
    installedOn: addDays(addYears(dueOn, -6), 10),
    lastVerifiedOn: addYears(dueOn, -6),
    verificationDueOn: dueOn,
    seal: `74 ${facts.serial}`,
    usedLitres: around(isCold ? 4_100 : 2_700, Number(facts.serial)),
    ...everyMonth,
  }
}

function flatWithFourMeters({ today }: DemoCalendar): DemoMeter[] {
  const expiredOn = addDays(today, -37)
  const installedOn = addDays(today, -9)
  return [
    meterDueOn(addDays(today, 900), {
      service: 'cold',
      serial: '21140071',
      place: 'кухня',
      lastLitres: 412_075,
    }),
    meterDueOn(expiredOn, { service: 'cold', serial: '21140072', place: 'ванная', lastLitres: 388_640 }),
    meterDueOn(addDays(today, 48), {
      service: 'hot',
      serial: '21150033',
      place: 'кухня',
      lastLitres: 176_208,
    }),
    {
      ...meterDueOn(addYears(installedOn, 6), {
        service: 'hot',
        serial: '26004512',
        place: 'ванная',
        lastLitres: 0,
      }),
      installedOn,
      readOnDay: () => null,
    },
  ]
}

const featured = [
  { street: 'улица Худякова', meters: flatWithTwoMeters, holder: 'Иванова Анна Петровна', residents: '2' },
  {
    street: 'улица Рылеева',
    meters: houseAboutToRollOver,
    holder: 'Валеев Рустам Тимурович',
    residents: '4',
  },
  { street: 'улица Братьев Кашириных', meters: flatWithFourMeters, holder: 'Соколов Д. И.', residents: '3' },
]

/** Streets whose houses are left to the accounts of the sign-ins. */
export const featuredStreets = new Set(featured.map(({ street }) => street))

export function featuredAccounts(calendar: DemoCalendar): DemoAccount[] {
  return demoSignIns.map(({ accountNumber, house, flat }, index) => {
    const facts = featured[index]
    if (!facts) throw new Error(`Nothing is told about the sign-in ${accountNumber}`)
    const meters = facts.meters(calendar)
    const { street, holder, residents } = facts
    return {
      account: [
        accountNumber,
        street,
        house,
        flat,
        'жилое',
        'физлицо',
        holder,
        residents,
        housingGroup(meters),
        'да',
        '',
      ],
      meters: meters.map((meter) => meterRow(accountNumber, meter)),
      readings: meters.flatMap((meter) => readingRows(accountNumber, meter, calendar)),
    }
  })
}
