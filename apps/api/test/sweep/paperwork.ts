import type { Appointment } from '@rodnik/contract/appointments'
import type { RequestFiled } from '@rodnik/contract/requests'
import { type Api, guestOf } from '../api.ts'
import { aBooker, anOffice, at } from '../offices.ts'
import type { anOwner } from '../people.ts'
import { fileAs, keyed } from '../requests.ts'
import type { aMember } from '../staff.ts'
import { aJpeg, sender } from '../uploads.ts'
import { aVisitBy, openDay, recorded } from './visits.ts'

type Staff = Awaited<ReturnType<typeof aMember>>
type Owner = Awaited<ReturnType<typeof anOwner>>
type Guest = Awaited<ReturnType<typeof guestOf>>

/** Begun, and one part of it has come: whoever sent it can go on, or take it back. */
async function anUpload(api: Api, cookie: string, door: string): Promise<string> {
  const { begin, part } = sender(api, { cookie, door, uploader: '' })
  const { id } = (await begin('фото.jpg', 1000)).json<{ id: string }>()
  await part(id, 0, Buffer.alloc(1000))
  return id
}

const guestPosts =
  ({ app }: Api, { cookie }: Guest) =>
  (url: string, payload: object) =>
    app.inject({
      method: 'POST',
      url: `/api/v1/cabinet${url}`,
      headers: { cookie, ...keyed() },
      payload,
    })

/** Times in an office that Anna and a guest of hers have taken. */
async function appointments(api: Api, owner: Owner, guest: Guest) {
  const office = await anOffice(api)
  const { officeId, topicId, specialistId } = office
  const anna = await aBooker(api, office, owner)
  const ofPerson = await anna.books()
  const wish = { officeId, topicId, startsAt: at('04:20'), specialistId: null, language: 'ru' }
  const ofGuest = (await guestPosts(api, guest)('/appointments', wish)).json<Appointment>()
  const { id } = await api.db.appointment.findUniqueOrThrow({ where: { number: ofPerson.number } })
  return { officeId, topicId, specialistId, id, ofPerson, ofGuest }
}

const sealing = (meterId: string) => ({
  kind: 'sealing',
  fields: { meterIds: [meterId], reason: 'installed' },
})

/** A photo that goes with a request. */
const aPhotoFrom = async (api: Api, cookie: string, door: string) =>
  (await sender(api, { cookie, door, uploader: '' }).sent(await aJpeg())).id

/** Anna wants a meter sealed, and her guest another one; she also asks for a correction, which clerks work on. */
async function requests(api: Api, owner: Owner, guest: Guest) {
  const { account, meter } = owner
  const hot = await api.given.meter(account.id, { service: 'hot' })
  const readings = [{ meterId: meter.id, period: '2026-10', litres: 123_400 }]
  const correction = { kind: 'correction', fields: { readings, reason: 'mistyped' } }
  const photos = {
    ofPerson: await aPhotoFrom(api, owner.cookie, '/my/uploads'),
    ofCorrection: await aPhotoFrom(api, owner.cookie, '/my/uploads'),
    ofGuest: await aPhotoFrom(api, guest.cookie, '/cabinet/uploads'),
  }
  const file = async (filled: object, attachmentId: string) =>
    fileAs(owner, account.id, filled, { body: { attachmentIds: [attachmentId] } })
  const filed = {
    ofPerson: await file(sealing(meter.id), photos.ofPerson),
    ofCorrection: await file(correction, photos.ofCorrection),
    ofGuest: await guestPosts(api, guest)('/requests', {
      filled: sealing(hot.id),
      language: 'ru',
      attachmentIds: [photos.ofGuest],
    }),
  }
  const idOf = (answer: Awaited<ReturnType<typeof file>>) => answer.json<RequestFiled>().request.id
  return {
    ofPerson: idOf(filed.ofPerson),
    ofCorrection: idOf(filed.ofCorrection),
    ofGuest: idOf(filed.ofGuest),
    photos,
    readings,
    meterIds: [meter.id, hot.id] as const,
  }
}

/** Somebody at another account who has asked for the same. */
export async function aGuestWithVisit(api: Api, { account, meter }: Pick<Owner, 'account' | 'meter'>) {
  const guest = await guestOf(api, account.entry)
  const post = guestPosts(api, guest)
  const filed = await post('/requests', { filled: sealing(meter.id), language: 'ru' })
  const requestId = filed.json<RequestFiled>().request.id
  return { guest, requestId, visitId: await aVisitBy(post, `/requests/${requestId}/visits`) }
}

type Asked = Awaited<ReturnType<typeof requests>>

/** An inspector has come to both. */
async function visits(api: Api, owner: Owner, guest: Guest, asked: Asked) {
  const exceptionId = await openDay(api)
  const byOwner = (url: string, payload: object) =>
    owner.call(url, { method: 'POST', payload, headers: keyed() })
  const ofAnna = `/my/accounts/${owner.account.id}/requests/${asked.ofPerson}/visits`
  const ofPerson = await aVisitBy(byOwner, ofAnna)
  const ofGuest = await aVisitBy(guestPosts(api, guest), `/requests/${asked.ofGuest}/visits`)
  const [cold, hot] = asked.meterIds
  const { photoId } = await recorded(api, [
    { visitId: ofPerson, meterId: cold },
    { visitId: ofGuest, meterId: hot },
  ])
  return { ofPerson, ofGuest, photoId, exceptionId }
}

async function anAnswerTemplate(staff: Staff) {
  const made = await staff.post('/staff/answer-templates', {
    name: 'Напор',
    kind: 'appeal',
    text: 'Проверим.',
  })
  return made.json<{ id: string }>().id
}

/** What Anna, somebody without registration at her account, and a member of staff have sent in and asked for. */
export async function paperwork(api: Api, owner: Owner, staff: Staff) {
  const guest = await guestOf(api, owner.account.entry)
  const asked = await requests(api, owner, guest)
  return {
    guest,
    uploads: {
      ofGuest: await anUpload(api, guest.cookie, '/cabinet/uploads'),
      ofPerson: await anUpload(api, owner.cookie, '/my/uploads'),
      ofStaff: await anUpload(api, staff.cookie, '/staff/uploads'),
      ofLibrary: await anUpload(api, staff.cookie, '/staff/document-uploads'),
    },
    requests: asked,
    visits: await visits(api, owner, guest, asked),
    appointments: await appointments(api, owner, guest),
    templateId: await anAnswerTemplate(staff),
  }
}
