import { adapters } from './adapters.ts'
import { isRecord } from './given.ts'

export type Difference = { field: string; expected: string; got: string }
export type CheckedVector = { id: string; differences: Difference[] }

/**
 * Runs every vector of a file through the rules. What cannot be read — the file, a vector, its kind — is a
 * difference too: nothing is skipped, nothing throws.
 */
export function checkVectors(file: unknown): CheckedVector[] {
  const vectors = isRecord(file) ? file['vectors'] : file
  if (!Array.isArray(vectors) || vectors.length === 0) {
    return [failed('file', 'vectors', 'a list of vectors', 'none')]
  }
  return vectors.map(checkVector)
}

function checkVector(vector: unknown, index: number): CheckedVector {
  if (!isRecord(vector)) return failed(`#${index + 1}`, 'vector', 'an object', describe(vector))
  const id = nameOf(vector['id'], index)
  const { kind, given, expected } = vector
  const adapter = adapters.get(String(kind))
  if (!adapter) return failed(id, 'kind', 'a known kind', describe(kind))
  if (!isRecord(given)) return failed(id, 'given', 'an object', describe(given))
  if (!isRecord(expected) || Object.keys(expected).length === 0) {
    return failed(id, 'expected', 'fields to compare', describe(expected))
  }
  try {
    return { id, differences: differencesOf(expected, adapter(given), '') }
  } catch (error) {
    // A bug in a rule must not keep the other vectors from being judged.
    return failed(id, 'given', 'a result', String(error))
  }
}

const failed = (id: string, field: string, expected: string, got: string): CheckedVector => ({
  id,
  differences: [{ field, expected, got }],
})

/** A vector without an id is named by its place. */
const nameOf = (id: unknown, index: number) => (typeof id === 'string' && id !== '' ? id : `#${index + 1}`)

const describe = (value: unknown): string => JSON.stringify(value) ?? 'nothing'

/** Only what is expected is compared; a list has to have as many entries. */
function differencesOf(expected: unknown, got: unknown, field: string): Difference[] {
  if (Array.isArray(expected) && Array.isArray(got) && expected.length === got.length) {
    return expected.flatMap((value, index) => differencesOf(value, got[index], `${field}[${index}]`))
  }
  if (isRecord(expected) && isRecord(got)) {
    return Object.entries(expected).flatMap(([name, value]) =>
      differencesOf(value, got[name], field === '' ? name : `${field}.${name}`),
    )
  }
  return isSame(expected, got) ? [] : [{ field, expected: describe(expected), got: describe(got) }]
}

const DECIMAL = /^-?\d+\.\d+$/

/** "7.00", "7.000" and 7 are one volume; nothing else is forgiven. */
function isSame(expected: unknown, got: unknown): boolean {
  if (typeof got !== 'string' || !DECIMAL.test(got)) return describe(expected) === describe(got)
  return trimmed(String(expected)) === trimmed(got)
}

const trimmed = (decimal: string) => (decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal)
