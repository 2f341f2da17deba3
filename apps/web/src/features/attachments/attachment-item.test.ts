import {
  type AttachmentFacts,
  AttachmentRefusal,
  MAX_PDF_BYTES,
  MAX_PICTURE_BYTES,
} from '@rodnik/contract/attachments'
import { Problem, type ProblemCode, statusOf } from '@rodnik/contract/problem'
import { expect, test } from 'vitest'
import { ApiError, type FailureCode } from '../../lib/call.ts'
import {
  type AttachmentItem,
  type AttachmentList,
  changed,
  faultBefore,
  isUnsettled,
  NO_ATTACHMENTS,
  newItem,
  type Phase,
  phaseAfter,
  secondsBeforeRetry,
  withRoom,
} from './attachment-item.ts'

const file = (name = 'фото.jpg', size = 1000, type = 'image/jpeg') => ({ name, size, type })
const facts: AttachmentFacts = {
  id: '0b0f5a8e-7a50-4f6c-9a3e-1d2c3b4a5f60',
  name: 'фото.jpg',
  type: 'image/jpeg',
  bytes: 900,
  width: 10,
  height: 10,
}
const inPhase = (key: string, phase: Phase): AttachmentItem => ({ ...newItem(key, file()), phase })
const refusal = (code: ProblemCode, more: Partial<Problem> = {}) =>
  new ApiError(code, Problem.parse({ type: '', title: '', status: statusOf[code], code, ...more }))

test('a chosen file waits for its turn under a name that any system can keep', () => {
  expect(newItem('1', file('../счёт\u202Egpj.pdf'))).toEqual({
    key: '1',
    name: 'счётgpj.pdf',
    bytes: 1000,
    phase: { kind: 'queued' },
  })
})

test('files are added, go on by themselves and are taken away', () => {
  const added: AttachmentList = changed(NO_ATTACHMENTS, {
    kind: 'add',
    items: [newItem('1', file()), newItem('2', file())],
    left: 3,
  })
  const sent = changed(added, { kind: 'phase', key: '2', phase: { kind: 'done', facts } })
  expect(sent.items.map(({ phase }) => phase.kind)).toEqual(['queued', 'done'])
  expect(sent.left).toBe(3)
  expect(changed(sent, { kind: 'remove', key: '1' })).toMatchObject({ items: [{ key: '2' }], left: 0 })
})

test('ten files find room, and a refused one leaves its place to another', () => {
  const nine = Array.from({ length: 9 }, (_, i) => inPhase(String(i), { kind: 'done', facts }))
  expect(withRoom(nine, ['a', 'b', 'c'])).toEqual({ fitting: ['a'], left: 2 })
  expect(withRoom([...nine, inPhase('x', { kind: 'refused', fault: 'type' })], ['a'])).toEqual({
    fitting: ['a'],
    left: 0,
  })
  expect(withRoom([...nine, inPhase('x', { kind: 'stopped' })], ['a'])).toEqual({ fitting: [], left: 1 })
})

test.each([
  ['an empty file', file('a.jpg', 0), 'empty'],
  ['a HEIC that this browser cannot draw', file('a.heic', 10, 'image/heic'), 'heic'],
  ['a document of an office program', file('a.docx', 10, 'application/msword'), 'type'],
  ['a huge photo', file('a.jpg', MAX_PICTURE_BYTES + 1), 'picture_too_large'],
  ['a huge PDF', file('a.pdf', MAX_PDF_BYTES + 1, 'application/pdf'), 'pdf_too_large'],
  ['a photo', file('a.jpg', MAX_PICTURE_BYTES), undefined],
  ['a PDF', file('a.pdf', MAX_PDF_BYTES, 'application/pdf'), undefined],
  ['a file whose kind the system does not know', file('a', 10, ''), undefined],
])('%s is told of before it is sent, if need be', (_, chosen, fault) => {
  expect(faultBefore(chosen)).toBe(fault)
})

test.each(AttachmentRefusal.options)('a file that the server refuses as %s says so', (why) => {
  const phase = phaseAfter(refusal('attachment_refused', { fields: { file: why } }))
  expect(phase).toEqual({ kind: 'refused', fault: why })
})

test.each<[FailureCode, Phase]>([
  ['offline', { kind: 'stopped' }],
  ['unavailable', { kind: 'stopped' }],
  ['too_many_attempts', { kind: 'refused', fault: 'too_many_attempts' }],
  ['too_many_uploads', { kind: 'refused', fault: 'too_many_uploads' }],
  ['sign_in_required', { kind: 'refused', fault: 'sign_in_required' }],
  ['invalid_request', { kind: 'refused', fault: 'unexpected' }],
])('after %s a file can be sent again, or says why not', (code, phase) => {
  expect(phaseAfter(new ApiError(code))).toEqual(phase)
})

test('a lost network is waited for longer and longer, a busy server as long as it asks, and a refusal not at all', () => {
  const offline = new ApiError('offline')
  expect([0, 1, 2, 3, 4].map((tries) => secondsBeforeRetry(offline, tries))).toEqual([
    2,
    5,
    10,
    20,
    undefined,
  ])
  expect(secondsBeforeRetry(refusal('unavailable', { retryAfterSeconds: 7 }), 0)).toBe(7)
  expect(secondsBeforeRetry(refusal('attachment_refused'), 0)).toBeUndefined()
})

test('a message may go when each of its files is there or refused', () => {
  const phases: Phase[] = [
    { kind: 'queued' },
    { kind: 'preparing' },
    { kind: 'sending', share: 0.5 },
    { kind: 'checking' },
    { kind: 'waiting' },
    { kind: 'stopped' },
    { kind: 'refused', fault: 'type' },
    { kind: 'done', facts },
  ]
  expect(phases.filter((phase) => isUnsettled(inPhase('1', phase)))).toHaveLength(6)
})
