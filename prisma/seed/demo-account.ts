import { addDays } from '@rodnik/domain/calendar/days'
import type { DemoAddress } from './demo-addresses.ts'
import type { DemoAccount, DemoCalendar } from './demo-files.ts'
import { housingGroup, meterRow, readingRows } from './demo-meter.ts'
import { demoMeters } from './demo-meters.ts'
import { type Chance, chance } from './demo-random.ts'
import { firms, surnames } from './demo-streets.ts'

const initials = ['А. П.', 'Н. И.', 'С. В.', 'Р. М.', 'Е. А.', 'Т. Г.']

/** Every so many accounts, so that any part of the city has each case. */
const isSwitchedOff = (i: number) => i % 199 === 50
const isClosed = (i: number) => i % 251 === 60

/** The account with the serial number i at an address: the same i tells the same story on the same day. */
export function demoAccount(i: number, address: DemoAddress, calendar: DemoCalendar): DemoAccount {
  const number = `314${String(i).padStart(7, '0')}`
  const luck = chance(i)
  const closedOn = isClosed(i) ? addDays(calendar.today, -40) : ''
  const meters = demoMeters({ i, address, luck, calendar }).map((meter) =>
    closedOn === ''
      ? meter
      : { ...meter, removedOn: meter.removedOn ?? laterOf(closedOn, meter.installedOn) },
  )
  return {
    account: [
      ...accountCells(number, address, luck),
      housingGroup(meters),
      isSwitchedOff(i) ? 'нет' : 'да',
      closedOn,
    ],
    meters: meters.map((meter) => meterRow(number, meter)),
    readings: meters.flatMap((meter) => readingRows(number, meter, calendar)),
  }
}

function accountCells(number: string, { street, house, flat, use }: DemoAddress, luck: Chance): string[] {
  if (use === 'office') {
    return [number, street, house, flat, 'нежилое', 'юрлицо', luck.oneOf(firms), '0']
  }
  const holder = `${luck.oneOf(surnames)} ${luck.oneOf(initials)}`
  return [number, street, house, flat, 'жилое', 'физлицо', holder, String(luck.between(1, 5))]
}

const laterOf = (a: string, b: string) => (a > b ? a : b)
