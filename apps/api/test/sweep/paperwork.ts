import type { Appointment } from '@rodnik/contract/appointments'
import type { RequestFiled } from '@rodnik/contract/requests'
import { type Api, guestOf } from '../api.ts'
import { aBooker, anOffice, at } from '../offices.ts'
import type { anOwner } from '../people.ts'
import { APPEAL, filedBy, keyed } from '../requests.ts'
import type { aMember } from '../staff.ts'
import { sender } from '../uploads.ts'

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

/** Anna asks for a correction, which clerks work on; her guest complains. */
async function requests(api: Api, owner: Owner, guest: Guest) {
  const readings = [{ meterId: owner.meter.id, period: '2026-10', litres: 123_400 }]
  const correction = { kind: 'correction', fields: { readings, reason: 'mistyped' } }
  const ofPerson = await filedBy(owner, owner.account.id, correction)
  const appeal = await guestPosts(api, guest)('/requests', { filled: APPEAL, language: 'ru' })
  return { ofPerson: ofPerson.request.id, ofGuest: appeal.json<RequestFiled>().request.id, readings }
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
  return {
    guest,
    uploads: {
      ofGuest: await anUpload(api, guest.cookie, '/cabinet/uploads'),
      ofPerson: await anUpload(api, owner.cookie, '/my/uploads'),
      ofStaff: await anUpload(api, staff.cookie, '/staff/uploads'),
    },
    requests: await requests(api, owner, guest),
    appointments: await appointments(api, owner, guest),
    templateId: await anAnswerTemplate(staff),
  }
}
