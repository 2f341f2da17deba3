import { useSpeech } from '../../lib/language.tsx'
import { useBillFormat } from '../../lib/use-bill-format.ts'
import type { Measure } from './chart-months.ts'

/** The numbers of a chart: whole in words, as short as they can be beside its lines. */
export function useMeasured(measure: Measure) {
  const { format } = useSpeech()
  const { money, volume } = useBillFormat()
  if (measure === 'charged') {
    return {
      inWords: money,
      // Kopecks are hundredths, cubic metres thousandths.
      onAxis: (kopecks: number, ticks: readonly number[]) =>
        format.cubicMetres(kopecks * 10, digitsOf(ticks, 100)),
    }
  }
  return {
    inWords: volume,
    onAxis: (litres: number, ticks: readonly number[]) => format.cubicMetres(litres, digitsOf(ticks, 1000)),
  }
}

/** As many digits after the comma as tell the lines apart. */
function digitsOf(ticks: readonly number[], whole: number): number {
  const step = (ticks[1] ?? whole) - (ticks[0] ?? 0)
  return step % whole === 0 ? 0 : Math.ceil(Math.log10(whole / step))
}
