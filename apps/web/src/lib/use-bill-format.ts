import { useSpeech } from './language.tsx'

const MINUS = '−'

const withMinus = (text: string) => text.replace(/^-/, MINUS)

/** Numbers of a bill as its explanations write them. */
export function useBillFormat() {
  const { format } = useSpeech()
  return {
    /** «октябрь 2026». */
    month: (period: string) => `${format.month(period)} ${period.slice(0, 4)}`,
    day: format.day,
    /** «3,000 м³», with a true minus. */
    volume: (litres: number) => withMinus(format.volume(litres)),
    /** «3,000», where the unit stands at the end of the formula. */
    cubicMetres: (litres: number) => withMinus(format.cubicMetres(litres)),
    money: (kopecks: number) => withMinus(format.money(kopecks)),
    /** «+40,22 ₽». */
    signed: (kopecks: number) => `${kopecks > 0 ? '+' : ''}${withMinus(format.money(kopecks))}`,
    /** Hundredths: 300 → «3», 150 → «1,5». */
    hundredths: (value: number) =>
      withMinus(format.cubicMetres(value * 10, value % 100 === 0 ? 0 : value % 10 === 0 ? 1 : 2)),
  }
}
