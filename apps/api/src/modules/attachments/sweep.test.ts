import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Api, startApi } from '../../../test/api.ts'
import { aResident, PASSWORD } from '../../../test/people.ts'
import { aJpeg, aPerson, type FileSender, sender } from '../../../test/uploads.ts'
import { endWorker, startWorker } from '../../../test/worker.ts'
import { claimAttachments, removeAttachments, sweepFiles } from './index.ts'

let api: Api
let photo: Buffer
beforeAll(async () => {
  api = await startApi()
  photo = await aJpeg()
})
beforeEach(() => api.db.rateLimit.deleteMany())
afterAll(() => api.stop())

/** A photo that a message has. */
async function aClaimed(person: FileSender): Promise<string> {
  const { id } = await person.sent(photo)
  await api.db.$transaction((tx) => claimAttachments(tx, person.uploader, [id]))
  return id
}

const age = (id: string, hours: number) => api.db.$executeRaw`
  UPDATE attachments SET created_at = created_at - make_interval(hours => ${hours}::int),
    ready_at = ready_at - make_interval(hours => ${hours}::int)
  WHERE id = ${id}::uuid`
const keysOf = async (id: string) => {
  const { fileKey, previewKey } = await api.db.attachment.findUniqueOrThrow({ where: { id } })
  return [fileKey ?? '', previewKey ?? '']
}
const areStored = async (keys: string[]) => {
  const found = await Promise.all(keys.map((key) => api.files.get(key)))
  for (const stream of found) stream?.destroy()
  return found.map((stream) => stream !== undefined)
}

describe('the worker', () => {
  test('removes what no message took for a day, rows and files, and leaves the rest', async () => {
    const person = await aPerson(api)
    const [old, fresh, claimed] = [await person.sent(photo), await person.sent(photo), await aClaimed(person)]
    const arriving = await person.arrive(photo)
    const [oldKeys, freshKeys, claimedKeys] = [
      await keysOf(old.id),
      await keysOf(fresh.id),
      await keysOf(claimed),
    ]
    await Promise.all([age(old.id, 25), age(fresh.id, 23), age(claimed, 9000), age(arriving, 25)])
    await sweepFiles(api)
    expect(await areStored([...oldKeys, ...freshKeys, ...claimedKeys])).toEqual([
      false,
      false,
      true,
      true,
      true,
      true,
    ])
    expect(await api.db.attachment.count({ where: { id: { in: [old.id, arriving] } } })).toBe(0)
    expect(await api.db.attachmentPart.count({ where: { attachmentId: arriving } })).toBe(0)
    expect(await api.db.fileToRemove.count()).toBe(0)
  })

  test('removes the files of a message that goes, and files that a killed process left', async () => {
    const id = await aClaimed(await aPerson(api))
    const keys = await keysOf(id)
    const left = crypto.randomUUID()
    await api.db.$executeRaw`INSERT INTO files_to_remove (key, due_at) VALUES (${left}::uuid, app_now())`
    await api.files.put(left, photo)
    await api.db.$transaction((tx) => removeAttachments(tx, [id]))
    await sweepFiles(api)
    expect(await areStored([...keys, left])).toEqual([false, false, false])
  })

  test('tries again what the store could not remove', async () => {
    const id = await aClaimed(await aPerson(api))
    const keys = await keysOf(id)
    await api.db.$transaction((tx) => removeAttachments(tx, [id]))
    const down = { ...api.files, remove: () => Promise.reject(new Error('the store is down')) }
    await expect(sweepFiles({ pool: api.pool, files: down })).rejects.toThrow('the store is down')
    await sweepFiles(api)
    expect(await areStored(keys)).toEqual([false, false])
  })

  test('does so as a process of its own', async () => {
    const { id } = await (await aPerson(api)).sent(photo)
    const keys = await keysOf(id)
    await age(id, 25)
    const worker = startWorker(api, { FILES_DIR: api.filesDir })
    for (
      let i = 0;
      i < 200 && (await api.db.fileToRemove.count()) + (await areStored(keys)).filter(Boolean).length > 0;
      i++
    ) {
      await pause(100)
    }
    expect(await areStored(keys)).toEqual([false, false])
    await endWorker(worker, 'SIGTERM')
  })
})

test('of a person who leaves, what they sent for nothing goes, and what messages have stays with them', async () => {
  const resident = await aResident(api, { hasPassword: true })
  const person = sender(api, {
    cookie: resident.cookie,
    door: '/my/uploads',
    uploader: `user:${resident.id}`,
  })
  const [unused, used] = [await person.sent(photo), await aClaimed(person)]
  const keys = await keysOf(unused.id)
  const removed = await resident.call('/my/profile', {
    method: 'DELETE',
    payload: { isConfirmed: true, password: PASSWORD },
  })
  expect(removed.statusCode).toBe(204)
  await sweepFiles(api)
  expect(await areStored([...keys, ...(await keysOf(used))])).toEqual([false, false, true, true])
})
