import type { ClientBase } from 'pg'

/** Where files are kept that came in parts. */
type PartsTable = 'registry_parts' | 'import_parts'

/** The bytes of a file, part by part, in order: never more than one of them in memory. */
export async function* partsOf(
  client: Pick<ClientBase, 'query'>,
  table: PartsTable,
  fileId: string,
): AsyncGenerator<Buffer> {
  for (let part = 0; ; part++) {
    const { rows } = await client.query<{ content: Buffer }>(
      `SELECT content FROM ${table} WHERE file_id = $1 AND part = $2`,
      [fileId, part],
    )
    if (!rows[0]) return
    yield rows[0].content
  }
}
