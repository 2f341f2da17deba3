/** The reading that counts in a month. */
export type CountedReading = { period: string; takenOn: string; valueLitres: number; isRollover: boolean }
