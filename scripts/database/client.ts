import { Client } from 'pg'

/** Runs queries on one connection, closed afterwards whatever happens. */
export async function withClient<T>(
  connectionString: string,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const client = new Client({ connectionString, connectionTimeoutMillis: 10_000 })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

export async function canConnect(connectionString: string): Promise<boolean> {
  try {
    await withClient(connectionString, (client) => client.query('SELECT 1'))
    return true
  } catch {
    return false
  }
}

/** The same server, another database. */
export function withDatabase(connectionString: string, database: string): string {
  const url = new URL(connectionString)
  url.pathname = `/${database}`
  return url.href
}
