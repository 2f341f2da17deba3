import type { Meter } from '@rodnik/contract/meters'
import type { Words } from '../locales/ru/index.ts'

/** «Холодная вода, кухня». */
export const meterName = ({ service, place }: Pick<Meter, 'service' | 'place'>, words: Words): string =>
  words.cabinet.meterName(words.service[service], place)

/** «…1893» in one piece: a line would break behind the dots. */
export const wholeSerial = (serial: string): string => serial.replace('…', '…\u2060')
