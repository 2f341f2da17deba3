import { inject } from 'vitest'
import * as testServer from '../../../scripts/database/test-server.ts'

/**
 * A migrated database of the test file's own: nobody cleans up after a test, since history refuses deletion.
 * @param options.now the instant at which `app_now()` starts, ISO 8601; 2026-11-22 noon in Chelyabinsk by default
 */
export function createTestDatabase(options: { now?: string } = {}): Promise<testServer.TestDatabase> {
  return testServer.createTestDatabase(inject('testServer'), options)
}
