import type { Client } from 'pg'
import { onOwnConnection } from '../../../platform/own-connection.ts'

/** A connection of its own: a month takes longer than any statement of the pool may. */
export const withBillingClient = <T>(connectionString: string, work: (client: Client) => Promise<T>) =>
  onOwnConnection({ connectionString, name: 'rodnik-billing' }, work)
