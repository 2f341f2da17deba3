import { expect, test } from 'vitest'
import { openPdf, scannedBytes, structureOf, textOf } from '../../../test/pdf.ts'
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
  const document = await openPdf(
    await credentialsSheet({ ...FACTS, organisation: { ...FACTS.organisation, name }, address }),
  )

  expect(document.numPages).toBe(1)
})

test('a camera reads the address off the printed sheet', async () => {
  const scanned = await scannedBytes(await credentialsSheet(FACTS))

  expect(new TextDecoder().decode(scanned)).toBe(FACTS.address)
})

test('a screen reader finds its language, its headings and words for the picture', async () => {
  const bytes = await credentialsSheet(FACTS)
  const [document, tree] = await Promise.all([openPdf(bytes), structureOf(bytes)])

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
