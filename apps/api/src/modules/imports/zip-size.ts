import { Readable, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createInflateRaw } from 'node:zlib'
import { UnreadableFile } from './unreadable-file.ts'

const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const LOCAL_ENTRY = 0x04034b50
const DEFLATE = 8

type Entry = { name: string; method: number; start: number; packedBytes: number; headerAt: number }

/** Gets the bytes of an entry as they are unpacked; may throw. */
type Look = (chunk: Buffer) => void

/**
 * How many bytes a zip archive really holds: the sizes it declares are not believed, each entry is
 * unpacked and counted without being kept. Counting stops soon above the limit.
 * @param lookAt makes the look at an entry of this name
 * @throws UnreadableFile when it is not a plain zip archive; whatever a look throws
 */
export async function unpackedBytes(
  zip: Buffer,
  limitBytes: number,
  lookAt: (name: string) => Look = () => () => undefined,
): Promise<number> {
  let total = 0
  for (const entry of listEntries(zip)) {
    const packed = zip.subarray(entry.start, entry.start + entry.packedBytes)
    const look = lookAt(entry.name)
    if (entry.method === DEFLATE) {
      total += await countInflated(packed, limitBytes - total, look)
    } else {
      look(packed)
      total += packed.length
    }
    if (total > limitBytes) return total
  }
  return total
}

async function countInflated(packed: Buffer, limitBytes: number, look: Look): Promise<number> {
  let bytes = 0
  const stop = new AbortController()
  const counter = new Writable({
    write(chunk: Buffer, _encoding, next) {
      bytes += chunk.length
      if (bytes > limitBytes) stop.abort()
      next(faultOf(() => look(chunk)))
    },
  })
  try {
    await pipeline(Readable.from([packed]), createInflateRaw(), counter, { signal: stop.signal })
  } catch (error) {
    if (error instanceof UnreadableFile) throw error
    if (!stop.signal.aborted) throw damaged('The workbook is damaged.', error)
  }
  return bytes
}

function faultOf(work: () => void): Error | null {
  try {
    work()
    return null
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}

/** Entries lie one after another from the first byte, so that none is hidden from the count. */
function listEntries(zip: Buffer): Entry[] {
  const end = zip.lastIndexOf(Buffer.from('PK\u0005\u0006'))
  if (end < 0 || end + 22 > zip.length || zip.readUInt32LE(end) !== END_OF_DIRECTORY) throw notAnArchive()
  const count = zip.readUInt16LE(end + 10)
  const entries: Entry[] = []
  let at = zip.readUInt32LE(end + 16)
  const directoryAt = at
  for (let i = 0; i < count; i++) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== DIRECTORY_ENTRY) throw notAnArchive()
    entries.push(readEntry(zip, at))
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  assertNothingHidden(entries, directoryAt)
  return entries
}

/** The directory and the entry itself must say the same, because others believe the entry. */
function readEntry(zip: Buffer, at: number): Entry {
  const headerAt = zip.readUInt32LE(at + 42)
  if (headerAt + 30 > zip.length || zip.readUInt32LE(headerAt) !== LOCAL_ENTRY) throw notAnArchive()
  const nameAt = headerAt + 30
  const name = textAt(zip, nameAt, zip.readUInt16LE(headerAt + 26))
  const method = zip.readUInt16LE(at + 10)
  if (name !== textAt(zip, at + 46, zip.readUInt16LE(at + 28))) throw notAnArchive()
  if (method !== zip.readUInt16LE(headerAt + 8)) throw notAnArchive()
  const start = nameAt + name.length + zip.readUInt16LE(headerAt + 28)
  return { name, method, start, packedBytes: zip.readUInt32LE(at + 20), headerAt }
}

const textAt = (zip: Buffer, at: number, length: number) => zip.toString('latin1', at, at + length)

/** A data descriptor may follow an entry: 24 bytes at most. */
const MAX_GAP_BYTES = 24

function assertNothingHidden(entries: Entry[], directoryAt: number): void {
  let end = 0
  for (const entry of entries.toSorted((a, b) => a.headerAt - b.headerAt)) {
    if (entry.headerAt < end || entry.headerAt - end > MAX_GAP_BYTES) throw notAnArchive()
    end = entry.start + entry.packedBytes
  }
  if (directoryAt < end || directoryAt - end > MAX_GAP_BYTES) throw notAnArchive()
}

function notAnArchive(): UnreadableFile {
  return damaged('The workbook is damaged or not a plain .xlsx: save it again or as CSV.')
}

function damaged(message: string, cause?: unknown): UnreadableFile {
  return new UnreadableFile('workbook_damaged', message, { cause })
}
