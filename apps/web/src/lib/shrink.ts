import { KEPT_PICTURE_SIDE } from '@rodnik/contract/attachments'

/** A photo below this goes as it is: drawing it anew would cost more than sending it. */
const SMALL_BYTES = 600 * 1024
const QUALITY = 0.85

/**
 * A photo as the server keeps it, drawn here: a fraction of the bytes to send, and no place where it was taken.
 * What this browser cannot draw goes as it is.
 */
export async function shrunk(file: Blob): Promise<Blob> {
  if (!file.type.startsWith('image/') || file.size < SMALL_BYTES) return file
  try {
    const drawn = await draw(file)
    return drawn && drawn.size < file.size ? drawn : file
  } catch {
    return file
  }
}

async function draw(file: Blob): Promise<Blob | null> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
  const scale = Math.min(1, KEPT_PICTURE_SIDE / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(picture.width * scale)
  canvas.height = Math.round(picture.height * scale)
  const pen = canvas.getContext('2d')
  if (pen) {
    // A JPEG has no transparency: without paper it would turn black.
    pen.fillStyle = '#ffffff'
    pen.fillRect(0, 0, canvas.width, canvas.height)
    pen.drawImage(picture, 0, 0, canvas.width, canvas.height)
  }
  picture.close()
  return pen && (await new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY)))
}
