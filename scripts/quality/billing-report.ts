import type { CheckedVector } from '@rodnik/domain/billing/vectors/check-vectors'

/** A line for each difference, and the number of vectors that passed and failed in the last one. */
export function report(checked: readonly CheckedVector[]): { lines: string[]; failed: number } {
  const differences = checked.flatMap(({ id, differences: found }) =>
    found.map(({ field, expected, got }) => `${id} ${field}: expected ${expected}, got ${got}`),
  )
  const failed = checked.filter((vector) => vector.differences.length > 0).length
  return { lines: [...differences, `${checked.length - failed} passed, ${failed} failed`], failed }
}
