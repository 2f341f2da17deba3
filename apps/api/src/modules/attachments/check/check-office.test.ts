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

test('a list that unpacks to much more than it says is never unpacked', async () => {
  const zeros = strToU8('0'.repeat(40_000_000))
  expect(deflateSync(zeros).length).toBeLessThan(64 * 1024)
  const content = Buffer.from(zipSync({ '[Content_Types].xml': zeros, 'word/document.xml': strToU8('<w/>') }))

  expect(await verdict(content)).toBe('office_damaged')
})
