import { createCanvas } from '@napi-rs/canvas'
import jsQr from 'jsqr'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expect, test } from 'vitest'
import { credentialsSheet } from './credentials-sheet.ts'

const FACTS = {
  organisation: { name: 'ООО «Ромашка»', inn: '7453040999', kpp: '745301001' },
  login: 'U-100001',
  password: 'k7mp-x2hd-9rtv-b4wz',
  issuedAt: new Date('2026-11-22T07:00:00Z'),
  validUntil: new Date('2026-11-25T07:00:00Z'),
  supplier: { name: 'МУП «ПОВВ»', phone: '217-05-17', timeZone: 'Asia/Yekaterinburg' },
  address: 'https://rodnik.example.ru/business',
}

const open = async (bytes: Buffer) => await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise

async function textOf(bytes: Buffer) {
  const page = await (await open(bytes)).getPage(1)
  const { items } = await page.getTextContent()
  return items.map((item) => ('str' in item ? item.str : '')).join('\n')
}

test('the sheet says who may enter where, with what and until when', async () => {
  const text = await textOf(await credentialsSheet(FACTS))

  for (const words of [
    'ООО «Ромашка»',
    'ИНН 7453040999, КПП 745301001',
    'U-100001',
    'k7mp-x2hd-9rtv-b4wz',
    '25 ноября 2026',
    'https://rodnik.example.ru/business',
    '217-05-17',
  ]) {
    expect(text.replaceAll('\n', ' ')).toContain(words)
  }
})

test('the longest name and address still leave one page', async () => {
  const name = 'Муниципальное предприятие '.repeat(8).slice(0, 200)
  const address = `https://${'a-rather-long-name.'.repeat(4)}example.ru/business`
  const document = await open(
    await credentialsSheet({ ...FACTS, organisation: { ...FACTS.organisation, name }, address }),
  )

  expect(document.numPages).toBe(1)
})

test('a camera reads the address off the printed sheet', async () => {
  const page = await (await open(await credentialsSheet(FACTS))).getPage(1)
  const viewport = page.getViewport({ scale: 2 })
  const canvas = createCanvas(viewport.width, viewport.height)
  await page.render({ canvas: canvas as unknown as HTMLCanvasElement, viewport }).promise
  const { data, width, height } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height)

  expect(jsQr.default(new Uint8ClampedArray(data), width, height)?.data).toBe(FACTS.address)
})

test('a screen reader finds its language, its headings and words for the picture', async () => {
  const document = await open(await credentialsSheet(FACTS))
  const tree = JSON.stringify(await (await document.getPage(1)).getStructTree())

  const { info } = await document.getMetadata()
  expect(info).toMatchObject({ Language: 'ru', Title: 'Данные для входа: U-100001' })
  expect(await document.getMarkInfo()).toContainEqual(['Marked', true])
  expect(tree).toContain('"role":"H1"')
  expect(tree).toContain('"role":"LI"')
  expect(tree).toContain('QR-код с адресом')
})

test('the same facts give the same bytes', async () => {
  expect((await credentialsSheet(FACTS)).equals(await credentialsSheet(FACTS))).toBe(true)
})
