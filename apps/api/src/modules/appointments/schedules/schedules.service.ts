import type { QueuedAppointment } from '@rodnik/contract/staff-appointments'
import type { OfficePlan, OfficeSchedule } from '@rodnik/contract/staff-offices'
import { type Actor, auditName } from '../../../platform/actor.ts'
import type { Tx } from '../../../platform/db.ts'
import type { Deps } from '../../../platform/deps.ts'
import { AppError } from '../../../platform/errors.ts'
import { outsideOf } from '../desk/queue.service.ts'
import { calendarFacts, calendarOf } from '../hours/calendar-facts.service.ts'
import { findOffices, findPosts } from '../hours/offices.repo.ts'
import {
  insertOffice,
  lockOffice,
  savePost,
  saveTopicsOf,
  switchOffOthers,
  updateOffice,
} from './schedules.repo.ts'

type Needed = Pick<Deps, 'db' | 'pool'>

export const listOffices = async ({ db }: Pick<Deps, 'db'>) =>
  (await findOffices(db)).map(({ id, name, isActive }) => ({ id, name, isActive }))

/** @throws not_found */
export async function scheduleOf(tx: Tx, id: string): Promise<OfficeSchedule> {
  const [[office], posts] = await Promise.all([findOffices(tx, id), findPosts(tx, id)])
  if (!office) throw new AppError('not_found')
  return { ...office, specialists: posts.map(({ officeId: _officeId, ...post }) => post) }
}

/** Whom a plan would have no room for. A post that is not named would be off. @throws not_found */
export async function previewPlan(deps: Needed, id: string, plan: OfficePlan): Promise<QueuedAppointment[]> {
  await scheduleOf(deps.db, id)
  const posts = plan.specialists.flatMap(({ id: postId, ...post }) =>
    postId === null ? [] : [{ ...post, id: postId, officeId: id }],
  )
  const calendar = calendarOf(plan, await calendarFacts(deps.db))
  return outsideOf(deps, id, { calendar, isActive: plan.isActive, posts })
}

const planOf = ({ id: _id, version: _version, ...plan }: OfficeSchedule): OfficePlan => plan

/** @throws invalid_request when a post is of another office, or a topic of none */
async function savePosts(tx: Tx, officeId: string, plan: OfficePlan): Promise<void> {
  const named: string[] = []
  for (const [position, post] of plan.specialists.entries()) {
    const id = await savePost(tx, officeId, { ...post, position })
    if (id === null) throw new AppError('invalid_request', { fields: { specialists: 'unknown_specialist' } })
    if (!(await saveTopicsOf(tx, id, post.topicIds))) {
      throw new AppError('invalid_request', { fields: { specialists: 'unknown_topic' } })
    }
    named.push(id)
  }
  await switchOffOthers(tx, officeId, named)
}

/** @throws not_found, schedule_changed_meanwhile, invalid_request */
export async function changeSchedule(
  deps: Needed,
  actor: Actor,
  { id, version, plan }: { id: string; version: number; plan: OfficePlan },
): Promise<{ schedule: OfficeSchedule; outside: QueuedAppointment[] }> {
  const schedule = await deps.db.$transaction(async (tx) => {
    await lockOffice(tx, id)
    const before = await scheduleOf(tx, id)
    if (!(await updateOffice(tx, { id, version }, plan))) throw new AppError('schedule_changed_meanwhile')
    await savePosts(tx, id, plan)
    const after = await scheduleOf(tx, id)
    await tx.auditEvent.create({
      data: {
        actor: auditName(actor),
        action: 'offices.schedule_changed',
        details: { officeId: id, before: planOf(before), after: planOf(after) },
      },
    })
    return after
  })
  return { schedule, outside: await previewPlan(deps, id, planOf(schedule)) }
}

/** @throws invalid_request */
export const addOffice = (
  { db }: Pick<Deps, 'db'>,
  actor: Actor,
  plan: OfficePlan,
): Promise<OfficeSchedule> =>
  db.$transaction(async (tx) => {
    const id = await insertOffice(tx, plan)
    await savePosts(tx, id, plan)
    const added = await scheduleOf(tx, id)
    await tx.auditEvent.create({
      data: {
        actor: auditName(actor),
        action: 'offices.added',
        details: { officeId: id, after: planOf(added) },
      },
    })
    return added
  })
