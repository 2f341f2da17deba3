import { Client } from 'pg'

/** Work on a connection of its own, without the limits of the pool: it takes longer than any of its statements may. */
export async function onOwnConnection<T>(
  { connectionString, name }: { connectionString: string; name: string },
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const client = new Client({ connectionString, application_name: name })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
