import type { BilledMeterName } from '@rodnik/contract/bills'
import { createContext, useContext } from 'react'
import { useBillsWords } from '../../lib/bills-words.ts'
import { useSpeech } from '../../lib/language.tsx'

const MetersContext = createContext<readonly BilledMeterName[]>([])

export const BilledMeters = MetersContext.Provider

/** «Холодная вода, кухня, счётчик № 07451893». */
export function useMeterName(meterId: string): string {
  const meters = useContext(MetersContext)
  const { words } = useSpeech()
  const { explanations } = useBillsWords()
  const meter = meters.find(({ id }) => id === meterId)
  if (!meter) return explanations.unknownMeter
  return explanations.meter(words.cabinet.meterName(words.service[meter.service], meter.place), meter.serial)
}
