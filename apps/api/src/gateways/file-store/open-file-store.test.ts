import { afterAll, beforeAll, expect, test } from 'vitest'
import { S3_KEYS, S3_PLACE, startS3 } from '../../../test/s3-server.ts'
import { readEnv } from '../../platform/env.ts'
import { openFileStore } from './open-file-store.ts'

let s3: Awaited<ReturnType<typeof startS3>>
beforeAll(async () => {
  s3 = await startS3()
})
afterAll(() => s3.stop())

const NEEDED = {
  DATABASE_URL: 'postgresql://localhost/rodnik',
  SESSION_SECRET: 'a secret of tests that is long enough',
}
const bucket = () => ({
  S3_ENDPOINT: `${s3.endpoint}/`,
  S3_REGION: S3_PLACE.region,
  S3_BUCKET: S3_PLACE.bucket,
  S3_ACCESS_KEY_ID: S3_KEYS.accessKeyId,
  S3_SECRET_ACCESS_KEY: S3_KEYS.secretAccessKey,
})
const open = (settings: Record<string, string>, said: object[] = []) =>
  openFileStore(readEnv({ ...NEEDED, ...settings }), { error: (about: object) => void said.push(about) })

test('with the address of a bucket files go there', async () => {
  const key = crypto.randomUUID()
  await open(bucket()).put(key, Buffer.from('photo'))
  expect(s3.objects.get(key)?.toString()).toBe('photo')
})

test.each(['S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'])(
  'a bucket without %s stops the start',
  (name) => {
    expect(() => open({ ...bucket(), [name]: '' })).toThrow(`${name} is needed`)
  },
)

test('secrets never travel in the open', () => {
  expect(() => open({ ...bucket(), S3_ENDPOINT: 'http://storage.example' })).toThrow(
    'S3_ENDPOINT has to be https',
  )
})

test('a store that fails is said to the person as such, and in the log without a secret', async () => {
  const said: object[] = []
  const store = open({ ...bucket(), S3_SECRET_ACCESS_KEY: 'not-the-secret' }, said)
  await expect(store.get(crypto.randomUUID())).rejects.toMatchObject({
    code: 'unavailable',
    details: { retryAfterSeconds: 10 },
  })
  expect(said).toHaveLength(1)
  expect(JSON.stringify(said)).not.toContain('not-the-secret')
})
