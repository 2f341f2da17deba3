import { rolloverLitres } from '../readings/meter-face.ts'

export type CountedReading = { valueLitres: number; isRollover: boolean }

export type MeteredVolume =
  | { ok: true; litres: number; turnLitres: number }
  | { ok: false; code: 'negative_volume' | 'reading_above_face'; index: number }

/**
 * What passed a meter from its opening reading through the readings that follow, litres (Rules 354, п. 42, Annex 2
 * formula 1). A smaller value is a turn of the face if it is marked as one, else it is refused: nothing is guessed.
 */
export function meteredVolume(
  openingLitres: number,
  readings: readonly CountedReading[],
  wholeDigits: number,
): MeteredVolume {
  const turn = rolloverLitres(wholeDigits)
  let turnLitres = 0
  let last = openingLitres
  for (let index = 0; index < readings.length; index += 1) {
    const reading = readings[index]
    if (!reading) break
    if (reading.valueLitres >= turn || last >= turn) return { ok: false, code: 'reading_above_face', index }
    if (reading.valueLitres < last) {
      if (!reading.isRollover) return { ok: false, code: 'negative_volume', index }
      turnLitres += turn
    }
    last = reading.valueLitres
  }
  return { ok: true, litres: last - openingLitres + turnLitres, turnLitres }
}
