import type { VisitResult } from '@rodnik/contract/field-visits'
import { describe, expect, test } from 'vitest'
import type { FailureCode } from '../../lib/call.ts'
import {
  afterPhoto,
  afterTry,
  goesAgain,
  inOrder,
  isForgotten,
  leftOver,
  type OutboxEntry,
  photosToSend,
  refusedPhotos,
  stopsAll,
  withoutPhoto,
} from './outbox-rules.ts'

const RESULT: VisitResult = {
  outcome: 'done',
  enteredAt: '2026-11-23T05:12:00.000Z',
  note: '',
  meters: [],
  newMeters: [],
  signature: { name: 'Анна Иванова', strokes: [[0, 500, 300, 100]] },
}
const PHOTOS = ['one', 'two'].map((key) => ({ key, takenAt: RESULT.enteredAt }))
const [ONE = { key: '', takenAt: '' }, TWO = ONE] = PHOTOS

const entryOf = (facts: Partial<OutboxEntry> = {}): OutboxEntry => ({
  key: 'k1',
  visitId: 'v1',
  inspectorId: 'ivan',
  day: '2026-11-23',
  result: RESULT,
  state: 'waiting',
  actNumber: null,
  refusal: null,
  photos: PHOTOS,
  ...facts,
})
const SENT = entryOf({ state: 'sent', actNumber: 'V2611-0000001-5' })
const failed = (code: FailureCode) => ({ ok: false, code, fields: {} }) as const

/** Entered at an hour of one day. */
const at = (time: string, key: string, inspectorId = 'ivan') =>
  entryOf({ key, inspectorId, result: { ...RESULT, enteredAt: `2026-11-23T${time}:00.000Z` } })

describe('the order in which results go', () => {
  test('is that of their entry, whatever their keys, and nobody sends those of another', () => {
    const entries = [at('09:00', 'a'), at('05:00', 'c'), at('07:00', 'b'), at('06:00', 'd', 'petr')]

    expect(inOrder(entries, 'ivan').map(({ key }) => key)).toEqual(['c', 'b', 'a'])
  })
})

describe('a result', () => {
  test.each<FailureCode>([
    'offline',
    'unavailable',
    'internal_error',
    'sign_in_required',
    'session_incomplete',
    'too_many_attempts',
    'readings_changed_meanwhile',
  ])('waits on after %s', (code) => {
    expect(afterTry(entryOf(), failed(code))).toEqual(entryOf())
  })

  test.each<FailureCode>([
    'visit_over',
    'visit_has_result',
    'not_found',
    'visit_result_refused',
    'facts_refused',
    'request_state_changed',
    'not_allowed',
  ])('is refused by %s, and says so', (code) => {
    expect(afterTry(entryOf(), failed(code))).toMatchObject({
      state: 'refused',
      refusal: { code },
      photos: PHOTOS,
    })
  })

  test('that has arrived keeps its act and no signature', () => {
    const sent = afterTry(entryOf(), { ok: true, answer: { actNumber: 'V2611-0000001-5' } })

    expect(sent).toMatchObject({ state: 'sent', actNumber: 'V2611-0000001-5', result: { signature: null } })
  })

  test('that meets a reading of the same moment holds up no other', () => {
    expect(stopsAll('readings_changed_meanwhile')).toBe(false)
    expect(stopsAll('offline')).toBe(true)
  })

  test('nothing that stops all is given up', () => {
    const codes: FailureCode[] = ['offline', 'unavailable', 'sign_in_required', 'too_many_attempts']
    expect(codes.filter(stopsAll).every(goesAgain)).toBe(true)
  })
})

describe('a photo', () => {
  test('goes after its result, never before it nor where it was refused', () => {
    expect(photosToSend(entryOf())).toEqual([])
    expect(photosToSend(entryOf({ state: 'refused' }))).toEqual([])
    expect(photosToSend(SENT)).toEqual(PHOTOS)
  })

  test.each<FailureCode>([
    'too_many_uploads',
    'too_many_attempts',
    'unavailable',
    'offline',
    'upload_incomplete',
  ])('waits on after %s, and goes on where it was', (code) => {
    const begun = { ...ONE, uploadId: 'u1' }

    const after = afterPhoto(SENT, begun, failed(code))

    expect(photosToSend(after)).toEqual([begun, TWO])
    expect(refusedPhotos(after)).toEqual([])
  })

  test('that is refused for good stays with the reason until that was read, and lets the others go', () => {
    const refused = { ok: false, code: 'attachment_refused', fields: { file: 'damaged' } } as const

    const after = afterPhoto(SENT, ONE, refused)

    expect(photosToSend(after)).toEqual([TWO])
    expect(refusedPhotos(after)).toMatchObject([{ key: 'one', refusal: { fields: { file: 'damaged' } } }])
    expect(withoutPhoto(after, 'one').photos).toEqual([TWO])
  })

  test('that has arrived is gone; one that was put away meanwhile does not come back', () => {
    expect(afterPhoto(SENT, ONE, { ok: true, answer: null }).photos).toEqual([TWO])
    expect(afterPhoto(withoutPhoto(SENT, 'one'), ONE, failed('offline')).photos).toEqual([TWO])
  })
})

describe('what is left of other days', () => {
  test('is forgotten when all of it has arrived, and not before', () => {
    expect(isForgotten({ ...SENT, photos: [] }, '2026-11-24')).toBe(true)
    expect(isForgotten({ ...SENT, photos: [] }, '2026-11-23')).toBe(false)
    expect(isForgotten(SENT, '2026-11-24')).toBe(false)
    expect(isForgotten(entryOf({ photos: [] }), '2026-11-24')).toBe(false)
  })

  test('is shown beside the visits of today', () => {
    const entries = [
      entryOf({ key: 'waits', visitId: 'old' }),
      { ...SENT, key: 'all sent', visitId: 'old', photos: [] },
      entryOf({ key: 'of today', visitId: 'v1' }),
    ]
    const left = leftOver(entries, { inspectorId: 'ivan', visitIds: new Set(['v1']) })

    expect(left.map(({ key }) => key)).toEqual(['waits'])
  })
})
