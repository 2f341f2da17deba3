import { plural } from '../../lib/plural.ts'
import type { attachments as russian } from '../ru/attachments.ts'

const KILOBYTE = 1024
const MEGABYTE = KILOBYTE * KILOBYTE

const files = (count: number) => `${count} ${plural('en', count, ['file', 'files'])}`

export const attachments: typeof russian = {
  label: 'Photos and documents',
  limits: (most) =>
    `Photos (JPEG, PNG, WebP) up to 15 MB or PDF up to 10 MB, at most ${most} files. We remove from a photo where it was taken.`,
  choose: 'Choose files',
  takePhoto: 'Take a photo',
  remove: 'Remove',
  retry: 'Send again',
  size: (bytes, language) => {
    const number = new Intl.NumberFormat(language === 'ru' ? 'ru-RU' : 'en-GB', { maximumFractionDigits: 1 })
    return bytes < 1000 * KILOBYTE
      ? `${number.format(Math.max(1, Math.round(bytes / KILOBYTE)))} kB`
      : `${number.format(bytes / MEGABYTE)} MB`
  },
  sending: (percent) => `Sending: ${percent}%`,
  phases: {
    queued: 'Waits for its turn',
    preparing: 'Getting it ready…',
    checking: 'Checking the file…',
    waiting: 'The connection broke. We send the rest by ourselves as soon as it is back.',
    stopped:
      'It could not be sent: there is no connection, or the server is busy. Check the internet and press “Send again”: what was sent is not lost.',
    done: 'Attached',
  },
  summary: ({ done, refused, all }) =>
    refused > 0
      ? `${done} of ${files(all)} attached, ${refused} not taken.`
      : done === all
        ? `Attached: ${files(all)}.`
        : `${done} of ${all} attached. You can go on writing.`,
  tooMany: (most, left) =>
    `At most ${most} files can be attached, so ${files(left)} were not added. Remove some, or send the rest with your next message.`,
  gone: 'These files cannot be sent any more: too much time has passed, or you have entered anew. Remove them and attach them again.',
  enclosed: 'Attached files',
  open: (name) => `Open the photo ${name}`,
  keep: 'Download',
  close: 'Close',
  unsettled: 'Wait until the files are sent, or remove them.',
  faults: {
    type: 'This file cannot be attached. A photo or a PDF can: take a picture of the document, or save it as PDF.',
    heic: 'This photo is in the HEIC format. Press “Take a photo”, or save it as JPEG.',
    damaged: 'The photo is damaged and cannot be opened. Take it again or choose another one.',
    too_many_pixels: 'The picture is too large. Make it smaller or take the photo again.',
    picture_too_large: 'The photo is larger than 15 MB. Make it smaller or take it again.',
    pdf_too_large: 'The document is larger than 10 MB. Split it, or attach photos of its pages.',
    pdf_damaged:
      'The document is damaged and cannot be opened. Save it as PDF again or take a picture of it.',
    pdf_protected:
      'The document is locked by a password. Remove the password, or attach photos of its pages.',
    pdf_too_many_pages: 'The document has more than 100 pages. Attach only those that are needed.',
    office_too_large: 'The document is over 10 MB. Save it with smaller pictures, or as PDF.',
    office_damaged:
      'The file is damaged, encrypted, or no document. Open it, save it anew and attach it again.',
    office_active:
      'The document has macros, files inside, or links that open by themselves. Save it without them, or as PDF.',
    pdf_active:
      'There are files or programs inside the document. Print it to PDF anew, or take pictures of its pages.',
    empty: 'The file is empty. Choose another one.',
    too_many_attempts: 'Too many files were sent within the last hour. Try again in an hour.',
    too_many_uploads:
      'Too many files wait to be sent. Send the messages you have begun, or remove some files.',
    sign_in_required:
      'Your session has ended. Open the page in a new tab, sign in, and attach the file again.',
    unexpected:
      'Something went wrong on our side. Remove the file and attach it again; if that does not help, call us.',
  },
}
