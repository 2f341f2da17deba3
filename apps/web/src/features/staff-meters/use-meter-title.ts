import type { DeskMeter } from '@rodnik/contract/meter-works'
import { useSpeech } from '../../lib/language.tsx'

/** «Холодная вода, кухня, № 07451893». */
export function useMeterTitle(): (meter: Pick<DeskMeter, 'service' | 'place' | 'serial'>) => string {
  const { words } = useSpeech()
  return ({ service, place, serial }) =>
    [words.service[service], place, `№ ${serial}`].filter((part) => part !== '').join(', ')
}
