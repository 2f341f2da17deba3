import { expect, type Locator } from '@playwright/test'
import jsQr from 'jsqr'

/** Reads a QR code off the screen, as the camera of a phone does. */
export async function linkInQr(code: Locator): Promise<string> {
  const picture = (await code.screenshot({ scale: 'css' })).toString('base64')
  const { width, height, pixels } = await code.page().evaluate(pixelsOf, picture)
  const found = jsQr.default(Uint8ClampedArray.from(pixels), width, height)
  expect(found, 'a QR code that a camera can read').not.toBeNull()
  return found?.data ?? ''
}

/** Runs in the page: the browser knows how to take a PNG apart. */
async function pixelsOf(picture: string) {
  const bytes = Uint8Array.from(atob(picture), (character) => character.charCodeAt(0))
  const { width, height } = await createImageBitmap(new Blob([bytes]))
  const context = new OffscreenCanvas(width, height).getContext('2d')
  context?.drawImage(await createImageBitmap(new Blob([bytes])), 0, 0)
  return { width, height, pixels: Array.from(context?.getImageData(0, 0, width, height).data ?? []) }
}
