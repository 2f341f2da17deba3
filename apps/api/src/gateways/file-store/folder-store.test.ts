import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { folderStore } from './folder-store.ts'

let folder = ''
const made: string[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rodnik-folder-'))
  made.push(folder)
})
afterAll(() => {
  for (const path of made) rmSync(path, { recursive: true })
})

const filesIn = (path: string) =>
  readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
const read = async (store: ReturnType<typeof folderStore>, key: string) => {
  const stream = await store.get(key)
  return stream && (await text(stream))
}

test('a file that was put is there, only for us, until it is removed', async () => {
  const [store, key] = [folderStore(folder), crypto.randomUUID()]
  await store.put(key, Buffer.from('photo'))
  expect(await read(store, key)).toBe('photo')
  const [file] = filesIn(folder)
  expect(statSync(join(file?.parentPath ?? '', file?.name ?? '')).mode & 0o777).toBe(0o600)
  await store.remove(key)
  expect(await read(store, key)).toBeUndefined()
  expect(filesIn(folder)).toEqual([])
})

test('what is not there is not found, and removing it is no fault', async () => {
  const store = folderStore(join(folder, 'not', 'made', 'yet'))
  expect(await store.get(crypto.randomUUID())).toBeUndefined()
  await store.remove(crypto.randomUUID())
})

test('of many that write the same key at once one is whole, and nothing unfinished stays', async () => {
  const [store, key] = [folderStore(folder), crypto.randomUUID()]
  const contents = Array.from({ length: 20 }, (_, i) => String(i).repeat(100_000))
  await Promise.all(contents.map((content) => store.put(key, Buffer.from(content))))
  expect(contents).toContain(await read(store, key))
  expect(filesIn(folder)).toHaveLength(1)
})

test('a folder that cannot be written fails the put', async () => {
  const notAFolder = join(folder, 'file')
  writeFileSync(notAFolder, '')
  await expect(folderStore(notAFolder).put(crypto.randomUUID(), Buffer.from('x'))).rejects.toThrow('ENOTDIR')
})

test('a put that fails at its last step leaves nothing unfinished', async () => {
  const key = crypto.randomUUID()
  mkdirSync(join(folder, key.slice(0, 2), key), { recursive: true })
  await expect(folderStore(folder).put(key, Buffer.from('x'))).rejects.toThrow('EISDIR')
  expect(filesIn(folder)).toEqual([])
})

test.each([
  '../../etc/passwd',
  '/etc/passwd',
  'a',
  '',
  `${crypto.randomUUID()}/..`,
  `${crypto.randomUUID()}\n`,
])('a key that is none of ours never becomes a path: %j', async (key) => {
  const store = folderStore(folder)
  await expect(store.put(key, Buffer.from('x'))).rejects.toThrow('has to be a UUID')
  await expect(store.get(key)).rejects.toThrow('has to be a UUID')
  await expect(store.remove(key)).rejects.toThrow('has to be a UUID')
})
