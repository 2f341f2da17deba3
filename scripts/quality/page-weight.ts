import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'

export type Weight = { files: { path: string; bytes: number }[]; totalBytes: number }

/** Scripts and styles that a built page names: loaded at once or told to be loaded. */
const NAMED_IN_PAGE = /<(?:script|link)\b[^>]*?(?:src|href)="\/([^"]+\.(?:js|css))"/g
const STATIC_IMPORT = /(?:\bfrom|\bimport)\s*"(\.\/[^"]+\.js)"/g

/**
 * What a browser fetches before a built page works: the scripts and styles named in its HTML, the scripts they
 * import, and the chunks of its first route. Bytes are after brotli at its best, as the server sends them.
 */
export function weighPage(folder: string, page: string, firstRoute: readonly string[] = []): Weight {
  const html = readFileSync(join(folder, page), 'utf8')
  const paths = new Set([...html.matchAll(NAMED_IN_PAGE)].map(([, path = '']) => path).concat(firstRoute))
  for (const path of paths) {
    if (!path.endsWith('.js')) continue
    const script = readFileSync(join(folder, path), 'utf8')
    for (const [, name = ''] of script.matchAll(STATIC_IMPORT)) paths.add(join(path, '..', name))
  }
  const files = [...paths].map((path) => ({ path, bytes: brotliBytes(readFileSync(join(folder, path))) }))
  return { files, totalBytes: files.reduce((total, { bytes }) => total + bytes, 0) }
}

function brotliBytes(content: Buffer): number {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length }
  return brotliCompressSync(content, { params }).length
}
