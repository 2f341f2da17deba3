import type { LibraryShelf } from '@rodnik/contract/library'
import type { DocumentFacts, StaffDocument } from '@rodnik/contract/staff-library'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Api, startApi } from '../../../test/api.ts'
import { asked } from '../../../test/notices.ts'
import { aDocx, aMacroDocx, DOCX_TYPE } from '../../../test/office-documents.ts'
import { statuses } from '../../../test/people.ts'
import { keyed } from '../../../test/requests.ts'
import { aMember } from '../../../test/staff.ts'
import { aJpeg, aPdf, sender } from '../../../test/uploads.ts'

let api: Api
beforeAll(async () => {
  api = await startApi({ now: '2026-11-24T05:00:00Z' })
})
afterAll(() => api.stop())

const FACTS: DocumentFacts = {
  section: 'legal',
  title: { ru: 'Договор', en: 'Contract' },
  description: { ru: '', en: '' },
  validFrom: '2026-12-01',
  position: 1,
}

/** An administrator who puts documents on the site. */
async function anEditor() {
  const staff = await aMember(api, ['administrator'])
  const door = sender(api, { cookie: staff.cookie, door: '/staff/document-uploads', uploader: '' })
  const add = (attachmentId: string, { key, facts = FACTS }: { key?: string; facts?: DocumentFacts } = {}) =>
    staff.call('/staff/documents', {
      method: 'POST',
      payload: { facts, attachmentId },
      headers: keyed(key),
    })
  const upload = async (content: Buffer = aDocx(), name = 'Договор.docx') =>
    (await door.sent(content, name)).id
  const added = async (content?: Buffer, name?: string) =>
    (await add(await upload(content, name))).json<StaffDocument>()
  return { staff, door, add, upload, added }
}

const fileOf = (id: string, headers = {}) => asked(api, `/public/documents/${id}/file`, headers)
const onShelf = async (id: string) =>
  (await asked(api, '/public/documents'))
    .json<{ sections: LibraryShelf[] }>()
    .sections.flatMap(({ documents }) => documents)
    .find((document) => document.id === id)

test('an administrator publishes a document, and everybody downloads it as what it is', async () => {
  const { added } = await anEditor()
  const content = aDocx()
  const { id } = await added(content, 'Договор 2027.docx')
  const answer = await fileOf(id)

  expect(await onShelf(id)).toMatchObject({ type: DOCX_TYPE, bytes: content.length, validFrom: '2026-12-01' })
  expect(answer.rawPayload.equals(content)).toBe(true)
  expect(answer.headers).toMatchObject({
    'content-type': DOCX_TYPE,
    'x-content-type-options': 'nosniff',
    'cache-control': 'public, max-age=300',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
    'content-disposition': expect.stringMatching(/^attachment; filename="document.docx"/),
  })
  const again = await fileOf(id, { 'if-none-match': String(answer.headers.etag) })
  expect([again.statusCode, again.body]).toEqual([304, ''])
})

test('a newer file takes the place of the older one, which staff can still have', async () => {
  const { staff, added, upload } = await anEditor()
  const [older, newer] = [aDocx({ 'a.txt': '1' }), await aPdf()]
  const { id } = await added(older)
  const attachmentId = await upload(newer, 'Договор.pdf')
  const replaced = await staff.post(`/staff/documents/${id}/files`, { version: 1, attachmentId })

  expect(replaced.json<StaffDocument>().files.map(({ number, type }) => [number, type])).toEqual([
    [2, 'application/pdf'],
    [1, DOCX_TYPE],
  ])
  expect((await fileOf(id)).rawPayload.equals(newer)).toBe(true)
  expect((await staff.get(`/staff/documents/${id}/files/1`)).rawPayload.equals(older)).toBe(true)
})

test('a document that is withdrawn is on no shelf and is given out no more', async () => {
  const { staff, added } = await anEditor()
  const { id } = await added()
  const withdrawn = { version: 1, isPublished: false }
  await staff.post(`/staff/documents/${id}/standing`, withdrawn)

  expect([await onShelf(id), (await fileOf(id)).statusCode]).toEqual([undefined, 404])
  const late = await staff.put(`/staff/documents/${id}`, { version: 1, facts: FACTS })
  expect(late.json()).toMatchObject({ code: 'notice_changed_meanwhile' })
})

test('one key makes one document, at the same instant too', async () => {
  const { add, upload } = await anEditor()
  const attachmentId = await upload()
  const answers = await Promise.all([1, 2, 3].map(() => add(attachmentId, { key: 'one-document' })))

  expect(statuses(answers)).toEqual([201, 201, 201])
  expect(new Set(answers.map((answer) => answer.json<StaffDocument>().id)).size).toBe(1)
})

test.each([
  ['a macro-enabled document', aMacroDocx, 'office_active'],
  ['a photo under the name of a document', () => aJpeg(), 'type'],
  ['a page under the name of a document', () => Buffer.from('<script>alert(1)</script>'), 'type'],
])('%s is not taken', async (_, make, file) => {
  const { door } = await anEditor()
  const answer = await door.send(await make(), 'Договор.docx')

  expect(answer.json()).toMatchObject({ code: 'attachment_refused', fields: { file } })
})

test('no file of a request becomes a document, and no document goes with a request', async () => {
  const { staff, add, upload } = await anEditor()
  const other = sender(api, { cookie: staff.cookie, door: '/staff/uploads', uploader: '' })
  const photo = await other.sent(await aJpeg())

  expect((await add(photo.id)).statusCode).toBe(404)
  expect((await other.send(aDocx())).statusCode).toBe(422)
  expect((await other.show(await upload())).statusCode).toBe(404)
})

test('of two colleagues one replaces the file, the other is told that it has changed', async () => {
  const { staff, added, upload } = await anEditor()
  const { id } = await added()
  const files = [await upload(), await upload(aDocx({ 'b.txt': '2' }))]
  const answers = await Promise.all(
    files.map((attachmentId) => staff.post(`/staff/documents/${id}/files`, { version: 1, attachmentId })),
  )

  expect(statuses(answers)).toEqual([200, 409])
})

test('an operator changes no document', async () => {
  const operator = await aMember(api, ['operator'])

  expect((await operator.get('/staff/documents')).statusCode).toBe(403)
})

test('a section that is not there is refused, and the file is still there to be used', async () => {
  const { add, upload } = await anEditor()
  const attachmentId = await upload()

  expect((await add(attachmentId, { facts: { ...FACTS, section: 'nowhere' } })).statusCode).toBe(400)
  expect((await add(attachmentId)).statusCode).toBe(201)
})
