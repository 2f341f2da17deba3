import type { VisitPhoto } from '@rodnik/contract/staff-visits'
import type { RequestVisits } from '@rodnik/contract/visits'
import type { LightMyRequestResponse } from 'fastify'
import type { Api } from '../api.ts'
import { aMember } from '../staff.ts'
import { aJpeg, sender } from '../uploads.ts'
import { assignTo, foundOn, placesIn, record, resultOf, TODAY, withoutNotice } from '../visits.ts'

type Staff = Awaited<ReturnType<typeof aMember>>
type Post = (url: string, payload: object) => Promise<LightMyRequestResponse>

/** Chooses a window of today, and says which visit it has become. */
export async function aVisitBy(post: Post, url: string): Promise<string> {
  const chosen = await post(url, { type: 'book', ...TODAY, entrance: 'код 45', phone: '' })
  return chosen.json<RequestVisits>().current?.id ?? ''
}

/** As many visits as one likes, today as well: a day unlike the others. */
export async function openDay(api: Api) {
  await withoutNotice(api)
  return (await placesIn(api, TODAY, 60)).id
}

type Booked = { visitId: string; meterId: string }

/** An inspector has been there twice, and has taken a photo. */
export async function recorded(api: Api, visits: readonly [Booked, Booked]) {
  const operator = await aMember(api, ['operator'])
  const ivan = await aMember(api, ['inspector'])
  await assignTo(
    operator,
    visits.map(({ visitId }) => visitId),
    ivan.id,
  )
  for (const { visitId, meterId } of visits) {
    const answer = await record(ivan, visitId, resultOf([foundOn(meterId, { valueLitres: 126_700 })]))
    if (answer.statusCode !== 200) throw new Error(`The visit was not recorded: ${answer.body}`)
  }
  return { photoId: await aVisitPhoto(api, ivan, visits[0].visitId) }
}

async function aVisitPhoto(api: Api, ivan: Staff, visitId: string) {
  const { sent } = sender(api, { cookie: ivan.cookie, door: '/staff/uploads', uploader: '' })
  const { id: attachmentId } = await sent(await aJpeg())
  const photo = { photoKey: 'sweep-photo', attachmentId, takenAt: '2026-11-23T05:12:00.000Z' }
  await ivan.post(`/staff/field/visits/${visitId}/photos`, photo)
  const kept = await ivan.get(`/staff/visits/${visitId}/photos`)
  return kept.json<{ photos: VisitPhoto[] }>().photos[0]?.id ?? ''
}
