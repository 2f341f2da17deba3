import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { escapeXml, xmlResponse } from './xml.ts'

test('an answer is UTF-8, says so, and keeps its elements in order', () => {
  expect(
    xmlResponse([
      ['result', 0],
      ['comment', 'И*** И. И., к оплате 1.00 руб.'],
    ]),
  ).toBe(
    '<?xml version="1.0" encoding="UTF-8"?>\n<response><result>0</result><comment>И*** И. И., к оплате 1.00 руб.</comment></response>',
  )
})

test.each([
  ['</comment><result>0</result>', '&lt;/comment&gt;&lt;result&gt;0&lt;/result&gt;'],
  [
    '<!DOCTYPE x [<!ENTITY y SYSTEM "file:///">]>&y;',
    '&lt;!DOCTYPE x [&lt;!ENTITY y SYSTEM &quot;file:///&quot;&gt;]&gt;&amp;y;',
  ],
  [']]>', ']]&gt;'],
  ['&amp;', '&amp;amp;'],
  ["it's", 'it&apos;s'],
  ['a\u0000\u0008\u001Bb', 'ab'],
  ['\uD800\uFFFE\uFFFF', ''],
  ['💧 Ы', '💧 Ы'],
])('«%s» is only a text', (hostile, escaped) => {
  expect(escapeXml(hostile)).toBe(escaped)
})

test('no text opens an element, an entity or a quotation, and what can be said comes back', () => {
  const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const escaped = escapeXml(text)
      expect(escaped.replaceAll(/&(amp|lt|gt|quot|apos);/g, '')).not.toMatch(/[<>&"']/)
      expect(escaped.replaceAll(/&(\w+);/g, (_, name: string) => entities[name] ?? '?')).toBe(text)
    }),
  )
})
