import { unzipSync } from 'fflate'

export type ZipEntry = { name: string }

const LOCAL = Buffer.from('PK\u0003\u0004', 'latin1')
const CENTRAL = 0x02_01_4b_50
const END = 0x06_05_4b_50
const END_BYTES = 22
const HEAD_BYTES = 46
const MAX_ENTRIES = 2000
/** Of all that is inside, as it says; nothing of it is unpacked but lists of a few kilobytes. */
const MAX_UNPACKED = 300 * 1024 * 1024
/** The most that one entry may have, packed and unpacked, to be read. */
type ReadLimit = { packed: number; unpacked: number }
const SMALL: ReadLimit = { packed: 64 * 1024, unpacked: 1024 * 1024 }
const MAX_READ = 500
const ENCRYPTED = 1

export const isArchive = (content: Buffer): boolean => content.subarray(0, 4).equals(LOCAL)

/**
 * What an archive holds, by its own list. It has to begin with its first entry and to end with the end of the list:
 * a file that is an archive and something else too is none. Undefined: it is not such an archive, or a bomb.
 */
export function entriesOf(content: Buffer): ZipEntry[] | undefined {
  const end = content.length - END_BYTES
  if (end < 0 || content.readUInt32LE(end) !== END || content.readUInt16LE(end + 20) !== 0) return undefined
  const count = content.readUInt16LE(end + 10)
  const [size, from] = [content.readUInt32LE(end + 12), content.readUInt32LE(end + 16)]
  if (count === 0 || count > MAX_ENTRIES || from + size !== end) return undefined
  return listOf(content, { from, end, count })
}

function listOf(
  content: Buffer,
  { from, end, count }: { from: number; end: number; count: number },
): ZipEntry[] | undefined {
  const entries: ZipEntry[] = []
  let [at, unpacked] = [from, 0]
  while (at < end) {
    const entry = entryAt(content, at, end)
    if (!entry) return undefined
    unpacked += entry.unpacked
    entries.push({ name: entry.name })
    at = entry.next
  }
  return entries.length === count && unpacked <= MAX_UNPACKED ? entries : undefined
}

/** One line of the list. Undefined: it is none, or what it names is encrypted. */
function entryAt(content: Buffer, at: number, end: number) {
  if (at + HEAD_BYTES > end || content.readUInt32LE(at) !== CENTRAL) return undefined
  if ((content.readUInt16LE(at + 8) & ENCRYPTED) !== 0) return undefined
  const nameEnd = at + HEAD_BYTES + content.readUInt16LE(at + 28)
  const next = nameEnd + content.readUInt16LE(at + 30) + content.readUInt16LE(at + 32)
  if (next > end) return undefined
  const name = content.toString('utf8', at + HEAD_BYTES, nameEnd)
  return { name, unpacked: content.readUInt32LE(at + 24), next }
}

/**
 * The texts of the entries wanted. Undefined: one of them is too large to be what it says, or cannot be unpacked.
 * However it was packed, so little of it unpacks in a moment.
 */
export function readEntries(
  content: Buffer,
  isWanted: (name: string) => boolean,
  { packed, unpacked }: ReadLimit = SMALL,
): Map<string, string> | undefined {
  let [wanted, tooLarge] = [0, 0]
  try {
    const files = unzipSync(content, {
      filter: ({ name, size, originalSize }) => {
        if (!isWanted(name)) return false
        wanted += 1
        if (size <= packed && originalSize <= unpacked && wanted <= MAX_READ) return true
        tooLarge += 1
        return false
      },
    })
    if (tooLarge > 0) return undefined
    const decoder = new TextDecoder('utf-8', { fatal: true })
    return new Map(Object.entries(files).map(([name, bytes]) => [name, decoder.decode(bytes)]))
  } catch {
    return undefined
  }
}
