import type { BankProfile, PaymentsLayout } from '@rodnik/contract/bank-profile'
import { createRegistryReader } from '@rodnik/domain/payments/registries/read-registry'

/** As much of a file as is looked at. */
export const START_BYTES = 64 * 1024
const LINES_LOOKED_AT = 20

/**
 * By the name of a file or, where that says nothing, by how it begins.
 * @returns undefined where none fits, or more than one
 */
export function recogniseProfile(
  { fileName, start, today }: { fileName: string; start: Uint8Array; today: string },
  profiles: readonly BankProfile[],
): BankProfile | undefined {
  const byShape = profiles.filter(({ payments }) => payments && fitsShape(start, payments, today))
  if (byShape.length === 1) return byShape[0]
  const byName = profiles.filter(({ payments }) => payments && fitsName(fileName, payments))
  const both = byShape.length > 0 ? byName.filter((profile) => byShape.includes(profile)) : byName
  return both.length === 1 ? both[0] : undefined
}

const fitsName = (fileName: string, { fileName: pattern }: PaymentsLayout): boolean =>
  pattern !== null && new RegExp(pattern, 'iu').test(fileName)

/** The last line of the start may be cut off, unless the file ends there. */
function fitsShape(start: Uint8Array, layout: PaymentsLayout, today: string): boolean {
  const lines = new TextDecoder(layout.encoding).decode(start).split('\n')
  const whole = start.length < START_BYTES ? lines : lines.slice(0, -1)
  const reader = createRegistryReader(layout, today)
  const rows = whole.slice(0, LINES_LOOKED_AT).filter((line) => reader.take(line) !== undefined)
  const { faults } = reader.end()
  return rows.length > 0 && faults.every(({ line }) => line === null)
}
