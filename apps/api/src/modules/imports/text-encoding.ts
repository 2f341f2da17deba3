import { type FileBytes, startOf } from '../../platform/file-bytes.ts'

export type Encoding = 'utf-8' | 'windows-1251' | 'utf-16le'

/** Reads the file once: what is not valid UTF-8 is Windows-1251, as old Russian programs write it. */
export async function detectEncoding(bytes: FileBytes): Promise<Encoding> {
  const [first, second] = await startOf(bytes, 2)
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const chunk of bytes.read()) decoder.decode(chunk, { stream: true })
    decoder.decode()
    return 'utf-8'
  } catch (error) {
    if (error instanceof TypeError) return 'windows-1251'
    throw error
  }
}

/** The text of a file, piece by piece, without the byte order mark. */
export async function* readText(bytes: FileBytes, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  for await (const chunk of bytes.read()) yield decoder.decode(chunk, { stream: true })
  yield decoder.decode()
}
