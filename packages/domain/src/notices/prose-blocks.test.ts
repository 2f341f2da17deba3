import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { newsStanding } from './news-standing.ts'
import { proseBlocks } from './prose-blocks.ts'

test('empty lines part paragraphs, dashes make a list, an address can be followed', () => {
  const text =
    'Уважаемые жители!\nВода будет.\n\n- Кирова\n- Труда\n\nСмотрите https://voda.example/plan. Спасибо'

  const blocks = proseBlocks(text).map(({ type, lines }) => [type, lines.map(({ pieces }) => pieces)])
  expect(blocks).toEqual([
    ['paragraph', [[{ at: 0, text: 'Уважаемые жители!' }], [{ at: 0, text: 'Вода будет.' }]]],
    ['list', [[{ at: 0, text: 'Кирова' }], [{ at: 0, text: 'Труда' }]]],
    [
      'paragraph',
      [
        [
          { at: 0, text: 'Смотрите ' },
          { at: 9, text: 'https://voda.example/plan', href: 'https://voda.example/plan' },
          { at: 34, text: '. Спасибо' },
        ],
      ],
    ],
  ])
})

test('nothing but https is ever an address, whatever is typed', () => {
  const piece = fc.constantFrom(
    'javascript:alert(1)',
    '<a href=x>',
    'http://x',
    'https://ok.example',
    ' ',
    '\n',
    '- ',
  )
  fc.assert(
    fc.property(fc.array(piece), (typed) => {
      const blocks = proseBlocks(typed.join(''))
      const all = blocks.flatMap(({ lines }) => lines.flatMap((line) => line.pieces))
      expect(all.every(({ href }) => href === undefined || href.startsWith('https://'))).toBe(true)
    }),
  )
})

test.each([
  ['draft', null, null, 'draft'],
  ['published', '2026-11-27T00:00:00.001Z', null, 'waiting'],
  ['published', '2026-11-27T00:00:00.000Z', null, 'live'],
  ['published', '2026-11-01T00:00:00.000Z', '2026-11-27T00:00:00.000Z', 'past'],
  ['withdrawn', '2026-11-01T00:00:00.000Z', null, 'withdrawn'],
] as const)('news %s from %s to %s is %s at midnight', (state, publishFrom, publishUntil, standing) => {
  expect(newsStanding({ state, publishFrom, publishUntil }, '2026-11-27T00:00:00.000Z')).toBe(standing)
})
