import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { type Gosuslugi, startOidc } from '../../../test/gosuslugi.ts'
import { type Ask, askUntil } from './ask.ts'
import { rememberMetadata } from './oidc-metadata.ts'

const HOUR_MS = 3_600_000

let gosuslugi: Gosuslugi
beforeAll(async () => {
  gosuslugi = (await startOidc()).gosuslugi
})
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] })
})
afterEach(() => {
  vi.useRealTimers()
  gosuslugi.misbehave(undefined)
})
afterAll(() => gosuslugi.close())

function counted() {
  const asked: string[] = []
  const ask: Ask = (url, init) => {
    asked.push(url)
    return askUntil(AbortSignal.timeout(5000))(url, init)
  }
  return { asked, ask }
}

test('the provider is asked for its addresses once an hour', async () => {
  const { asked, ask } = counted()
  const metadataOf = rememberMetadata(gosuslugi.origin)
  await metadataOf(ask)
  vi.advanceTimersByTime(HOUR_MS - 1)
  await metadataOf(ask)
  expect(asked).toHaveLength(1)

  vi.advanceTimersByTime(1)
  await metadataOf(ask)
  expect(asked).toHaveLength(2)
})

test('while the provider is silent, its last answer stays', async () => {
  const { ask } = counted()
  const metadataOf = rememberMetadata(gosuslugi.origin)
  const known = await metadataOf(ask)
  vi.advanceTimersByTime(HOUR_MS)
  gosuslugi.misbehave('unavailable')

  await expect(metadataOf(ask)).resolves.toEqual(known)
})

test('a provider that calls itself otherwise is not believed', async () => {
  const { ask } = counted()
  const otherName = gosuslugi.origin.replace('127.0.0.1', 'localhost')

  await expect(rememberMetadata(otherName)(ask)).rejects.toMatchObject({
    code: 'esia_unavailable',
    reason: 'discovery: OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED',
  })
})
