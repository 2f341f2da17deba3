import { type AttachmentRefusal, KEPT_PICTURE_SIDE, MAX_PICTURE_PIXELS } from '@rodnik/contract/attachments'
import sharp, { type Metadata } from 'sharp'

const PREVIEW_SIDE = 480
const [QUALITY, PREVIEW_QUALITY] = [82, 70]

// One picture at a time, by one thread: whoever sends a reading meanwhile must not wait for a photo.
sharp.concurrency(1)
sharp.cache(false)
// Nothing but these three decoders ever sees what people send; SVG, TIFF and the rest stay shut.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
})

export type Picture = { content: Buffer; width: number; height: number; preview: Buffer }

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const JPEG = Buffer.from([0xff, 0xd8, 0xff])

export const isPicture = (content: Buffer): boolean =>
  content.subarray(0, 3).equals(JPEG) || content.subarray(0, 8).equals(PNG) || isWebp(content)

const isWebp = (content: Buffer) => isAt(content, 0, 'RIFF') && isAt(content, 8, 'WEBP')
const isAt = (content: Buffer, at: number, mark: string) =>
  content.subarray(at, at + mark.length).toString('latin1') === mark

/** What phones of Apple and some others make: our decoder must not carry the patents of HEVC. */
export const isHeic = (content: Buffer): boolean =>
  isAt(content, 4, 'ftyp') &&
  /^(hei[cxms]|hev[cxms]|mif1|msf1)$/.test(content.subarray(8, 12).toString('latin1'))

const open = (content: Buffer) => sharp(content, { limitInputPixels: MAX_PICTURE_PIXELS, failOn: 'error' })

/**
 * The picture drawn anew as a JPEG: upright, at most 2560 pixels long, without anything that was beside the pixels —
 * where it was taken, who made it, a script, an archive. Or why it is not taken.
 */
export async function drawAnew(content: Buffer): Promise<Picture | AttachmentRefusal> {
  try {
    const size = await open(content).metadata()
    if (size.width * size.height > MAX_PICTURE_PIXELS) return 'too_many_pixels'
    return await draw(content, size)
  } catch (error) {
    return error instanceof Error && /pixel limit/i.test(error.message) ? 'too_many_pixels' : 'damaged'
  }
}

async function draw(content: Buffer, { hasAlpha }: Metadata): Promise<Picture> {
  const upright = open(content).autoOrient()
  const side = {
    width: KEPT_PICTURE_SIDE,
    height: KEPT_PICTURE_SIDE,
    fit: 'inside',
    withoutEnlargement: true,
  } as const
  const opaque = hasAlpha ? upright.flatten({ background: '#ffffff' }) : upright
  const { data, info } = await opaque
    .resize(side)
    .toColourspace('srgb')
    .jpeg({ quality: QUALITY })
    .toBuffer({ resolveWithObject: true })
  return { content: data, width: info.width, height: info.height, preview: await previewOf(data) }
}

/** A small picture that is ours to the last byte: the only thing of an upload that a browser shows by itself. */
const previewOf = (content: Buffer): Promise<Buffer> =>
  open(content)
    .resize({ width: PREVIEW_SIDE, height: PREVIEW_SIDE, fit: 'inside', withoutEnlargement: true })
    .webp({ quality: PREVIEW_QUALITY })
    .toBuffer()

/** A picture that our own code made, as it is. @throws when it is none */
export async function ownPicture(content: Buffer): Promise<Picture> {
  const { width, height } = await open(content).metadata()
  return { content, width, height, preview: await previewOf(content) }
}
