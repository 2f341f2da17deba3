import { buffer } from 'node:stream/consumers'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { S3_KEYS, S3_PLACE, startS3 } from '../../../test/s3-server.ts'
import { type S3Settings, s3Store } from './s3-store.ts'

let s3: Awaited<ReturnType<typeof startS3>>
beforeEach(async () => {
  s3 = await startS3()
})
afterEach(() => s3.stop())

const open = (settings: Partial<S3Settings> = {}, limitMs = 5000) =>
  s3Store({ endpoint: s3.endpoint, ...S3_PLACE, ...S3_KEYS, ...settings }, limitMs)
const key = crypto.randomUUID()
const photo = Buffer.from(Array.from({ length: 300_000 }, (_, i) => i % 251))

test('a file goes there byte by byte, comes back and is removed, each request signed', async () => {
  const store = open()
  await store.put(key, photo)
  expect(s3.objects.get(key)?.equals(photo)).toBe(true)
  const stream = await store.get(key)
  expect(stream && (await buffer(stream)).equals(photo)).toBe(true)
  await store.remove(key)
  expect(await store.get(key)).toBeUndefined()
  await store.remove(key)
  const path = `/${S3_PLACE.bucket}/${key}`
  expect(s3.asked).toEqual([`PUT ${path}`, `GET ${path}`, `DELETE ${path}`, `GET ${path}`, `DELETE ${path}`])
})

test.each<[string, Partial<S3Settings>]>([
  ['another secret', { secretAccessKey: 'not the secret' }],
  ['another key', { accessKeyId: 'SOMEBODY' }],
  ['another region', { region: 'us-east-1' }],
])('with %s the store refuses, and the file is not taken for kept', async (_, settings) => {
  await expect(open(settings).put(key, photo)).rejects.toThrow('The store answered PUT with 403')
  expect(s3.objects.size).toBe(0)
})

test('a bucket that is not there is a failure and no missing file', async () => {
  await expect(open({ bucket: 'another' }).put(key, photo)).rejects.toThrow('no such bucket')
})

test('one hiccup of the store is tried again, a second one is a failure', async () => {
  s3.failNext(1)
  await open().put(key, photo)
  expect(s3.objects.get(key)?.equals(photo)).toBe(true)
  s3.failNext(2)
  await expect(open().get(key)).rejects.toThrow('The store answered GET with 503')
})

test('a store that says nothing is given up', async () => {
  s3.fallSilent()
  await expect(open({}, 100).put(key, photo)).rejects.toThrow('did not answer in time')
})

test('a file that flows slowly to a phone comes whole, long after the store has answered', async () => {
  const store = open({}, 100)
  await store.put(key, photo)
  s3.dripFor(400)
  const stream = await store.get(key)
  expect(stream && (await buffer(stream)).equals(photo)).toBe(true)
})

test('a key that is none of ours never becomes part of an address', async () => {
  await expect(open().get('../other-bucket/secret')).rejects.toThrow('has to be a UUID')
  expect(s3.asked).toEqual([])
})
