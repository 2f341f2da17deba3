import { requestKinds } from '@rodnik/contract/request-kinds/index'
import type { RequestStep } from '@rodnik/contract/request-kinds/kind'
import { RequestEventType, RequestState } from '@rodnik/contract/requests'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { askerMay, isOpen, nextState, officeMay, type RequestEvent, type Standing } from './next-state.ts'

const kinds = Object.values(requestKinds)
const STEPS: RequestStep[] = ['visit', 'recalculation', 'facts', 'credentials']

const event: fc.Arbitrary<RequestEvent> = fc
  .tuple(fc.constantFrom(...RequestEventType.options), fc.constantFrom(...STEPS))
  .map(([type, step]) => {
    if (type === 'step_done') return { type, step }
    return { type: type === 'filed' ? 'noted' : type }
  })

const filed = (steps: readonly RequestStep[]): Standing => ({ state: 'filed', steps, happened: [] })

/** What a request goes through when things happen to it; what is refused does not happen. */
function walk(start: Standing, events: readonly RequestEvent[]): Standing[] {
  const path = [start]
  for (const some of events) {
    const standing = path.at(-1) ?? start
    const next = nextState(standing, some)
    if (next.ok) path.push({ ...standing, state: next.state, happened: next.happened })
  }
  return path
}

const kind = fc.constantFrom(...kinds)
const events = fc.array(event, { maxLength: 40 })

test('whatever happens, no request is done before every step of its kind has happened', () => {
  fc.assert(
    fc.property(kind, events, ({ steps }, happenings) => {
      const ends = walk(filed(steps), happenings).filter(({ state }) => state === 'done')
      expect(ends.every(({ happened }) => steps.every((step) => happened.includes(step)))).toBe(true)
    }),
    { numRuns: 2000 },
  )
})

test('no step that the kind does not ask for ever happens, and none happens twice', () => {
  fc.assert(
    fc.property(kind, events, ({ steps }, happenings) => {
      const { happened } = walk(filed(steps), happenings).at(-1) ?? filed(steps)
      expect(new Set(happened).size).toBe(happened.length)
      expect(steps).toEqual(expect.arrayContaining([...happened]))
    }),
  )
})

test('a step that has happened stays, also when the request is opened anew', () => {
  fc.assert(
    fc.property(kind, events, ({ steps }, happenings) => {
      const counts = walk(filed(steps), happenings).map(({ happened }) => happened.length)
      expect(counts).toEqual(counts.toSorted((a, b) => a - b))
    }),
  )
})

test('from wherever an open request stands, there is a way to an end', () => {
  fc.assert(
    fc.property(kind, events, ({ steps }, happenings) => {
      const standing = walk(filed(steps), happenings).at(-1) ?? filed(steps)
      const way: RequestEvent[] = [
        { type: 'taken' },
        ...steps.map((step) => ({ type: 'step_done', step }) as const),
        { type: 'taken' },
        { type: 'done' },
      ]
      expect(isOpen(walk(standing, way).at(-1)?.state ?? 'filed')).toBe(false)
    }),
  )
})

test.each(kinds)('a request of the kind $name goes from filing to done by its steps alone', ({ steps }) => {
  const path: RequestEvent[] = [
    { type: 'taken' },
    ...steps.map((step) => ({ type: 'step_done', step }) as const),
    { type: 'done' },
  ]
  expect(walk(filed(steps), path)).toHaveLength(path.length + 1)
})

test('what has ended is changed by nothing but a note or opening it anew', () => {
  const changing = RequestEventType.options.filter((type) => type !== 'filed' && type !== 'step_done')
  for (const state of ['done', 'refused', 'withdrawn'] as const) {
    const possible = changing.filter((type) => nextState({ state, steps: [], happened: [] }, { type }).ok)
    expect(possible).toEqual(state === 'withdrawn' ? ['noted'] : ['noted', 'reopened'])
  }
})

test('what has had an effect is not withdrawn', () => {
  const standing: Standing = { state: 'in_work', steps: ['recalculation'], happened: ['recalculation'] }

  expect(nextState(standing, { type: 'withdrawn' })).toEqual({ ok: false, code: 'has_effect' })
  expect(askerMay(standing)).toEqual(['replied'])
})

test('a visit is agreed only for kinds that have one', () => {
  expect(nextState(filed(['facts']), { type: 'scheduled' })).toEqual({ ok: false, code: 'event_refused' })
  expect(nextState(filed(['visit']), { type: 'scheduled' })).toMatchObject({ ok: true, state: 'visit' })
})

test('a missed visit gives the request back to the office, and does not count as a visit', () => {
  const agreed: Standing = { state: 'visit', steps: ['visit'], happened: [] }

  expect(nextState(agreed, { type: 'visit_missed' })).toEqual({ ok: true, state: 'in_work', happened: [] })
})

test('the office answers what it has taken, and nothing before', () => {
  expect(officeMay(filed([]))).toEqual(['taken', 'noted'])
  expect(officeMay({ ...filed([]), state: 'in_work' })).toEqual([
    'taken',
    'noted',
    'asked',
    'done',
    'refused',
  ])
  expect(officeMay({ ...filed(['visit']), state: 'in_work' })).not.toContain('done')
})

test('every state is either open or an end', () => {
  expect(RequestState.options.filter(isOpen)).toEqual(['filed', 'in_work', 'question', 'visit'])
})
