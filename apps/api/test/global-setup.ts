import type { TestProject } from 'vitest/node'
import { startTestServer, type TestServer } from '../../../scripts/database/test-server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    testServer: TestServer
  }
}

/** One PostgreSQL for the whole run; each test file clones the migrated template on it. */
export async function setup(project: TestProject) {
  const { url, template, stop } = await startTestServer()
  project.provide('testServer', { url, template })
  return stop
}
