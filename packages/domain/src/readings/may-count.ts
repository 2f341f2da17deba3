type Reviewed = {
  valueLitres: number
  isRollover: boolean
  previousLitres: number | null
  laterLitres: number | null
}

/** Whether a reading that was on review still fits between those that count, so that a bill can be made of them. */
export function mayCount(reading: Reviewed): 'below_previous' | 'above_later' | undefined {
  const { valueLitres, isRollover, previousLitres, laterLitres } = reading
  if (previousLitres !== null && valueLitres < previousLitres && !isRollover) return 'below_previous'
  return laterLitres !== null && valueLitres > laterLitres ? 'above_later' : undefined
}
