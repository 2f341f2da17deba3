import { strToU8, zipSync } from 'fflate'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, startApi } from '../../../test/api.ts'
import { aJpeg, aPerson, aPhoto, type FileSender } from '../../../test/uploads.ts'

let api: Api
let person: FileSender
beforeAll(async () => {
  api = await startApi()
  person = await aPerson(api)
})
afterAll(() => api.stop())

const ZIP = Buffer.from(zipSync({ 'evil.html': strToU8('<script>alert(1)</script>') }))

async function keptOf(content: Buffer, name?: string) {
  const facts = await person.sent(content, name)
  const { fileKey, previewKey } = await api.db.attachment.findUniqueOrThrow({ where: { id: facts.id } })
  const read = async (key: string | null) =>
    Buffer.concat((await (await api.files.get(key ?? ''))?.toArray()) ?? [])
  return { facts, content: await read(fileKey), preview: await read(previewKey) }
}

describe('a photo is drawn anew', () => {
  test('upright, and without where and by what it was taken', async () => {
    const exif = {
      IFD0: { Make: 'SpyPhone' },
      IFD3: { GPSLatitude: '55/1 9/1 0/1', GPSLatitudeRef: 'N' },
    }
    const taken = await aPhoto(400, 300)
      .withExif(exif)
      .withMetadata({ orientation: 6 })
      .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">flat 45</x:xmpmeta>')
      .jpeg()
      .toBuffer()
    expect(taken.toString('latin1')).toContain('SpyPhone')
    const { facts, content, preview } = await keptOf(taken)
    expect(facts).toMatchObject({ width: 300, height: 400 })
    for (const bytes of [content, preview]) {
      const about = await sharp(bytes).metadata()
      expect([about.exif, about.xmp, about.iptc, about.icc, about.orientation]).toEqual(
        Array(5).fill(undefined),
      )
      expect(bytes.toString('latin1')).not.toMatch(/SpyPhone|flat 45/)
    }
  })

  test('at most 2560 pixels long, with a preview of 480', async () => {
    const { facts, preview } = await keptOf(await aJpeg(4000, 3000))
    expect(facts).toMatchObject({ width: 2560, height: 1920 })
    expect(await sharp(preview).metadata()).toMatchObject({ format: 'webp', width: 480, height: 360 })
  })

  test('a photo with an archive and a page behind it is a photo and nothing else', async () => {
    const { content } = await keptOf(
      Buffer.concat([await aJpeg(), Buffer.from('<script>alert(1)</script>'), ZIP]),
    )
    expect(content.includes('<script>')).toBe(false)
    expect(content.includes('PK\u0003\u0004')).toBe(false)
    expect((await sharp(content).metadata()).format).toBe('jpeg')
  })

  test.each([
    [
      'PNG',
      () =>
        sharp({ create: { width: 20, height: 10, channels: 4, background: '#0000' } })
          .png()
          .toBuffer(),
    ],
    [
      'WebP',
      () =>
        sharp({ create: { width: 20, height: 10, channels: 4, background: '#0000' } })
          .webp()
          .toBuffer(),
    ],
  ])('a %s that one can see through gets white paper behind it', async (_, make) => {
    const { facts, content } = await keptOf(await make(), 'подпись.png')
    expect(facts).toMatchObject({ type: 'image/jpeg', name: 'подпись.jpg', width: 20, height: 10 })
    const { dominant } = await sharp(content).stats()
    expect(Math.min(dominant.r, dominant.g, dominant.b)).toBeGreaterThan(240)
  })
})
