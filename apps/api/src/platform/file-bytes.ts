import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'

/** The bytes of a file, wherever they are kept: read from the first on, as often as somebody asks. */
export type FileBytes = { byteCount: number; read: () => AsyncIterable<Uint8Array> }

/** @throws the error of the file system when there is no such file */
export async function bytesOnDisk(path: string): Promise<FileBytes> {
  const { size } = await stat(path)
  return { byteCount: size, read: () => createReadStream(path) as AsyncIterable<Uint8Array> }
}

/** The first bytes; fewer where the file has no more. */
export async function startOf(bytes: FileBytes, length: number): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of bytes.read()) {
    pieces.push(piece)
    size += piece.length
    if (size >= length) break
  }
  return Buffer.concat(pieces).subarray(0, length)
}

/** For files that are small by their rules. */
export async function wholeOf(bytes: FileBytes): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  for await (const piece of bytes.read()) pieces.push(piece)
  return Buffer.concat(pieces)
}
