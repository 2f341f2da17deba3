import { randomBytes } from 'node:crypto'
import { deflateSync, strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import {
  aBomb,
  aDocx,
  aDocxThatRefers,
  aMacroDocx,
  anArchive,
  anOdt,
  anXlsx,
  DOCX_TYPE,
  ODT_TYPE,
  XLSX_TYPE,
} from '../../../../test/office-documents.ts'
import { aJpeg, aPdf } from '../../../../test/sample-files.ts'
import { checkDocument } from './check-office.ts'

const verdict = async (content: Buffer): Promise<unknown> => {
  try {
    return (await checkDocument(content)).type
  } catch (error) {
    return (error as { details?: { fields?: { file?: string } } }).details?.fields?.file
  }
}

test.each([
  ['a DOCX', () => aDocx(), DOCX_TYPE],
  ['an XLSX', () => anXlsx(), XLSX_TYPE],
  ['an ODT', () => anOdt(), ODT_TYPE],
  [
    'an ODT with a picture of its own and links to press',
    () =>
      anOdt({
        'content.xml': `<?xml version="1.0" encoding="UTF-8"?><office:document-content><office:scripts/>
          <draw:image xlink:href="Pictures/1.png"/><text:a xlink:href="https://example.ru/">«a > b»</text:a>
          <text:a xlink:href="#top">1</text:a><form:form xlink:href=""/></office:document-content>`,
      }),
    ODT_TYPE,
  ],
  ['a PDF', () => aPdf(), 'application/pdf'],
  ['a DOCX with a link to press', () => aDocxThatRefers('hyperlink'), DOCX_TYPE],
])('%s is taken as what it is', async (_, make, type) => {
  expect(await verdict(await make())).toBe(type)
})

test.each([
  ['a DOCX that is macro-enabled', aMacroDocx, 'office_active'],
  ['a DOCX with a project of macros', () => aDocx({ 'word/vbaProject.bin': 'x' }), 'office_active'],
  ['a DOCX with a file inside', () => aDocx({ 'word/embeddings/a.bin': 'x' }), 'office_active'],
  ['a DOCX that fetches its template', () => aDocxThatRefers('attachedTemplate'), 'office_active'],
  [
    'a DOCX that hides that it fetches',
    () => aDocxThatRefers('attachedTemplate', 'TargetMode="&#69;xternal"'),
    'office_active',
  ],
  ['an ODT with macros', () => anOdt({ 'Basic/Standard/Module.xml': 'x' }), 'office_active'],
  [
    'a DOCX that fetches by a list in capitals',
    () => aDocxThatRefers('attachedTemplate', undefined, 'word/_rels/settings.xml.RELS'),
    'office_active',
  ],
  ['a DOCX with a part twice', () => aDocx({ 'WORD/document.xml': '<w:document/>' }), 'office_damaged'],
  ['a photo', () => aJpeg(), 'type'],
  ['a page', () => Buffer.from('<html><script>1</script></html>'), 'type'],
  ['a program', () => Buffer.from('MZ\u0090'), 'type'],
  ['an archive of anything', () => anArchive({ 'a.txt': 'x' }), 'type'],
  ['a DOCX with a program behind it', () => Buffer.concat([aDocx(), Buffer.from('MZ')]), 'office_damaged'],
  [
    'a DOCX with an archive behind it',
    () => Buffer.concat([aDocx(), anArchive({ a: 'x' })]),
    'office_damaged',
  ],
  ['a DOCX that is cut', () => aDocx().subarray(0, 200), 'office_damaged'],
  ['a PDF that is an archive too', async () => Buffer.concat([await aPdf(), aDocx()]), 'pdf_damaged'],
  ['a bomb that says so', aBomb, 'office_damaged'],
  ['more than ten megabytes', () => aDocx({ 'a.bin': randomBytes(11 * 1024 * 1024) }), 'office_too_large'],
])('%s: %s', async (_, make, fault) => {
  expect(await verdict(await make())).toBe(fault)
})

test.each([
  '<draw:image xlink:href="https://evil.example/pixel.png"/>',
  "<draw:image x:href = '\\\\evil\\share\\a.png'/>",
  '<draw:image xlink:href="../../etc/passwd"/>',
  '<draw:image xlink:href="Pictures/../../a.png"/>',
  '<draw:image xlink:href="&#104;ttps://evil.example/"/>',
  '<draw:object xlink:href="file:///c:/a.odt"/>',
  '<text:section-source xlink:href="https://evil.example/a.odt"/>',
  '<svg:font-face-uri xlink:href="https://evil.example/a.ttf"/>',
  '<draw:frame title=">" ><draw:image xlink:href="https://evil.example/"/></draw:frame>',
  '<рисунок:image xlink:href="https://evil.example/"/>',
  '<text:a xlink:href="vnd.sun.star.script:a">1</text:a>',
  '<script:event-listener script:event-name="dom:load"/>',
  '<text:script script:language="JavaScript">1</text:script>',
  '<office:scripts><office:script/></office:scripts>',
  '<draw:applet/>',
  '<text:dde-connection-decl/>',
  '<!-- <a title=" --><draw:image xlink:href="https://evil.example/"/>',
  '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>',
  '<a/><?b " ?><draw:image xlink:href="https://evil.example/"/>',
  '<?xml version="1.0" encoding="UTF-7"?><a/>',
])('an ODT that runs or fetches something is refused: %s', async (xml) => {
  expect(await verdict(anOdt({ 'content.xml': xml }))).toBe('office_active')
  expect(await verdict(anOdt({ 'styles.xml': xml }))).toBe('office_active')
})

test('a list that unpacks to much more than it says is never unpacked', async () => {
  const zeros = strToU8('0'.repeat(40_000_000))
  expect(deflateSync(zeros).length).toBeLessThan(64 * 1024)
  const content = Buffer.from(zipSync({ '[Content_Types].xml': zeros, 'word/document.xml': strToU8('<w/>') }))

  expect(await verdict(content)).toBe('office_damaged')
})
