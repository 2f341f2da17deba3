import type { VisitPhoto } from '@rodnik/contract/staff-visits'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anOwner, statuses } from '../../../../test/people.ts'
import { aJpeg, sender } from '../../../../test/uploads.ts'
import { aFieldDay, aVisitOf, type FieldDay, foundOn, record, resultOf } from '../../../../test/visits.ts'

let api: FieldDay['api']
let olga: FieldDay['olga']
let ivan: FieldDay['ivan']
let petr: FieldDay['petr']
beforeAll(async () => {
  ;({ api, olga, ivan, petr } = await aFieldDay())
})
afterAll(() => api.stop())

async function aRecordedVisit() {
  const anna = await anOwner(api)
  const { visitId } = await aVisitOf(anna, { desk: olga, inspector: ivan })
  await record(ivan, visitId, resultOf([foundOn(anna.meter.id)]))
  return { anna, visitId }
}

/** A photo that a member has sent and that belongs to nothing yet. */
async function anUpload(member: typeof ivan) {
  const uploads = sender(api, {
    cookie: member.cookie,
    door: '/staff/uploads',
    uploader: `staff:${member.id}`,
  })
  const id = await uploads.arrive(await aJpeg())
  await uploads.complete(id)
  return id
}

const add = (member: typeof ivan, visitId: string, attachmentId: string, photoKey = crypto.randomUUID()) =>
  member.post(`/staff/field/visits/${visitId}/photos`, {
    photoKey,
    attachmentId,
    takenAt: '2026-11-23T05:12:00.000Z',
  })

describe('photos of a visit', () => {
  test('come after the record, each once, and the office sees them', async () => {
    const { visitId } = await aRecordedVisit()
    const [id, key] = [await anUpload(ivan), crypto.randomUUID()]

    const answers = [await add(ivan, visitId, id, key), await add(ivan, visitId, id, key)]

    expect(statuses(answers)).toEqual([204, 204])
    const { photos } = (await olga.get(`/staff/visits/${visitId}/photos`)).json<{ photos: VisitPhoto[] }>()
    expect(photos).toMatchObject([{ id, takenAt: '2026-11-23T05:12:00.000Z' }])
    const preview = await olga.get(`/staff/visits/${visitId}/photos/${id}/preview`)
    expect(preview.headers['content-type']).toBe('image/webp')
    const photo = await olga.get(`/staff/visits/${visitId}/photos/${id}`)
    expect(photo.headers['content-disposition']).toMatch(/^attachment/)
  })

  test('no more than ten', async () => {
    const { visitId } = await aRecordedVisit()
    for (let i = 0; i < 10; i++) expect((await add(ivan, visitId, await anUpload(ivan))).statusCode).toBe(204)
    expect((await add(ivan, visitId, await anUpload(ivan))).json()).toMatchObject({ code: 'invalid_request' })
  })

  test('nobody adds one to another’s visit, or another’s upload, or before the record', async () => {
    const { anna, visitId } = await aRecordedVisit()
    const open = await aVisitOf(anna, { desk: olga, inspector: ivan })
    const answers = [
      await add(petr, visitId, await anUpload(petr)),
      await add(ivan, visitId, await anUpload(petr)),
      await add(ivan, open.visitId, await anUpload(ivan)),
      await add(ivan, visitId, crypto.randomUUID()),
    ]
    expect(statuses(answers)).toEqual([404, 404, 404, 404])
  })

  test('a photo of another visit is not found, nor is any by residents', async () => {
    const one = await aRecordedVisit()
    const two = await aRecordedVisit()
    const id = await anUpload(ivan)
    await add(ivan, one.visitId, id)

    expect((await olga.get(`/staff/visits/${two.visitId}/photos/${id}`)).statusCode).toBe(404)
    expect((await one.anna.get(`/staff/visits/${one.visitId}/photos/${id}`)).statusCode).toBe(403)
  })
})
