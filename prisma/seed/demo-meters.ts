import { addDays } from '@rodnik/domain/calendar/days'
import type { DemoAddress } from './demo-addresses.ts'
import { addYears } from './demo-dates.ts'
import type { DemoCalendar } from './demo-files.ts'
import type { DemoMeter } from './demo-meter.ts'
import type { Chance } from './demo-random.ts'

type Place = Pick<DemoMeter, 'service' | 'place'>
export type Circumstances = { i: number; address: DemoAddress; luck: Chance; calendar: DemoCalendar }

const cold: Place = { service: 'cold', place: 'кухня' }
const hot: Place = { service: 'hot', place: 'кухня' }
const inBath = (place: Place): Place => ({ ...place, place: 'ванная' })

const typesOf = {
  cold: ['СХВ-15', 'СВК-15Х', 'Пульсар 15Х', 'VLF-R 15', 'WFK20'],
  hot: ['СГВ-15', 'СВК-15Г', 'Пульсар 15Г', 'VLF-R 15 Г', 'WFW20'],
}

/** Every so many accounts, so that any part of the city has each case. */
const isExpired = (i: number) => i % 29 === 4
const isNear = (i: number) => i % 23 === 5
const isAboutToRollOver = (i: number) => i % 307 === 70
const hasRolledOver = (i: number) => i % 401 === 80
const isReplaced = (i: number) => i % 61 === 9
const isNew = (i: number) => i % 67 === 11
const isSilent = (i: number) => i % 53 === 7
const hasOnlyCubicMetres = (i: number) => i % 97 === 17
const hasSentThisMonth = (i: number) => i % 8 === 3

/** What hangs on the pipes of an account; one flat in twenty has no meter. */
export function demoMeters(circumstances: Circumstances): DemoMeter[] {
  const { i, luck, calendar } = circumstances
  const meters = placesOf(circumstances).map((place) => ordinaryMeter(place, circumstances))
  const [first, ...others] = meters
  if (!first) return []
  if (isReplaced(i)) return [...replacement(first, luck, calendar), ...others]
  if (isNew(i)) return [justInstalled(first, calendar.today), ...others]
  return meters
}

function placesOf({ address, luck }: Circumstances): Place[] {
  if (address.use === 'office') return [{ ...cold, place: 'ввод' }]
  if (address.use === 'house') return [{ ...cold, place: 'подвал' }]
  const share = luck.share()
  if (share < 0.05) return []
  if (share < 0.45) return [cold]
  if (share < 0.91) return [cold, hot]
  return [cold, inBath(cold), hot, inBath(hot)]
}

function ordinaryMeter(place: Place, circumstances: Circumstances): DemoMeter {
  const { i, address, luck, calendar } = circumstances
  const isOffice = address.use === 'office'
  const verification = verificationDates(i, luck, calendar.today)
  const monthly = isOffice ? luck.between(20_000, 90_000) : luck.between(1_200, 6_500)
  const unit = hasOnlyCubicMetres(i) ? 1000 : 1
  const round = (litres: number) => Math.ceil(litres / unit) * unit
  return {
    ...place,
    ...verification,
    type: isOffice ? 'СВМ-25' : luck.oneOf(typesOf[place.service]),
    serial: String(luck.between(100_000, 49_999_999)).padStart(8, '0'),
    nominal: isOffice ? '3,5' : '1,5',
    fractionDigits: unit === 1 ? 3 : 0,
    seal: `74 ${String(luck.between(1, 9_999_999)).padStart(8, '0')}`,
    lastLitres: round(lastLitres(i, monthly, luck)),
    usedLitres: () => round(luck.between(monthly * 0.6, monthly * 1.4)),
    readOnDay: readingDays(i, luck, calendar),
    ...(hasSentThisMonth(i) && { sentThisMonth: round(luck.between(monthly * 0.7, monthly * 1.2)) }),
  }
}

function lastLitres(i: number, monthly: number, luck: Chance): number {
  if (isAboutToRollOver(i)) return 99_990_000 + luck.between(0, 7_000)
  if (hasRolledOver(i)) return monthly * 4
  return monthly * 25 + luck.between(0, 900_000)
}

/** Cold and hot alike are verified every six years here; most of the time it is valid. */
function verificationDates(i: number, luck: Chance, today: string) {
  const ordinary = luck.between(61, 6 * 365 - 40)
  const days = isExpired(i) ? -luck.between(1, 400) : isNear(i) ? luck.between(0, 60) : ordinary
  const verificationDueOn = addDays(today, days)
  const lastVerifiedOn = addYears(verificationDueOn, -6)
  const isVerifiedInPlace = luck.share() < 0.6
  const installedOn = addDays(addYears(lastVerifiedOn, isVerifiedInPlace ? -6 : 0), 15)
  return { verificationDueOn, lastVerifiedOn, installedOn }
}

function readingDays(i: number, luck: Chance, { periods }: DemoCalendar) {
  const silentFrom = isSilent(i) ? periods.at(-3) : undefined
  return (period: string): number | null => {
    const day = luck.between(12, 25)
    const isMissed = luck.share() < 0.04 || (silentFrom !== undefined && period >= silentFrom)
    return isMissed ? null : day
  }
}

/** Not read yet: the first reading is the resident's. */
function justInstalled(meter: DemoMeter, today: string): DemoMeter {
  const lastVerifiedOn = addDays(today, -90)
  return {
    ...meter,
    installedOn: addDays(today, -5),
    lastVerifiedOn,
    verificationDueOn: addYears(lastVerifiedOn, 6),
    lastLitres: 0,
    readOnDay: () => null,
  }
}

/** The old meter went five months before the last one; the new one began at zero. */
function replacement(old: DemoMeter, luck: Chance, { today, periods }: DemoCalendar): DemoMeter[] {
  const changedOn = addDays(`${periods.at(-6)}-01`, 4)
  const { sentThisMonth: _, ...removed } = old
  const dueOn = addDays(today, -200)
  const lastVerifiedOn = addDays(changedOn, -120)
  const monthly = old.usedLitres('')
  return [
    {
      ...removed,
      removedOn: changedOn,
      installedOn: addYears(changedOn, -7),
      lastVerifiedOn: addYears(dueOn, -6),
      verificationDueOn: dueOn,
    },
    {
      ...old,
      serial: String(luck.between(50_000_000, 99_999_999)),
      installedOn: changedOn,
      lastVerifiedOn,
      verificationDueOn: addYears(lastVerifiedOn, 6),
      lastLitres: monthly * 6,
      usedLitres: () => monthly,
    },
  ]
}
