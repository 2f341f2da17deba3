import { Client } from 'pg'

/** A connection of its own: a month takes longer than any statement of the pool may. */
export async function withBillingClient<T>(
  connectionString: string,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const client = new Client({ connectionString, application_name: 'rodnik-billing' })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
