import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ClientBase } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'

/** JSON and names hold neither tabs nor line ends; a backslash is doubled. */
export const copyText = (text: string) => (text.includes('\\') ? text.replaceAll('\\', '\\\\') : text)

/** @param target a table with its columns. @param text rows as COPY takes them, each with its line end */
export async function copyInto(client: ClientBase, target: string, text: string): Promise<void> {
  if (text === '') return
  await pipeline(Readable.from([text]), client.query(copyFrom(`COPY ${target} FROM STDIN`)))
}
