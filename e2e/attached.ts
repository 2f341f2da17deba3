import type { Locator, Page } from '@playwright/test'
import { aJpeg, aPdf } from '../apps/api/test/sample-files.ts'
import { expect } from './fixtures.ts'

type Sent = { name: string; mimeType: string; buffer: Buffer }
export const aPhoto = async (name: string): Promise<Sent> => ({
  name,
  mimeType: 'image/jpeg',
  buffer: await aJpeg(),
})
export const aDocument = async (name: string): Promise<Sent> => ({
  name,
  mimeType: 'application/pdf',
  buffer: await aPdf(),
})

export const attach = (place: Page | Locator, file: Sent) =>
  place.getByLabel('Выбрать файлы', { exact: true }).setInputFiles(file)

/** Chooses a file and waits until it is there. */
export async function attached(place: Page | Locator, file: Sent) {
  await attach(place, file)
  await expect(place.getByRole('listitem').filter({ hasText: file.name })).toContainText('Приложен')
}
