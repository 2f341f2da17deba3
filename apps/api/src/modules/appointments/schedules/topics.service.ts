import type { StaffTopic, TopicTerms } from '@rodnik/contract/staff-offices'
import { type Actor, auditName } from '../../../platform/actor.ts'
import type { Deps } from '../../../platform/deps.ts'
import { AppError } from '../../../platform/errors.ts'
import { findTopics } from '../hours/offices.repo.ts'
import { insertTopic, lockTopic, updateTopic } from './schedules.repo.ts'

type Db = Pick<Deps, 'db'>

export const listTopics = ({ db }: Db): Promise<StaffTopic[]> => findTopics(db)

export const addTopic = ({ db }: Db, actor: Actor, terms: TopicTerms): Promise<StaffTopic> =>
  db.$transaction(async (tx) => {
    const id = await insertTopic(tx, terms)
    await tx.auditEvent.create({
      data: { actor: auditName(actor), action: 'topics.added', details: { topicId: id, after: terms } },
    })
    return { id, ...terms }
  })

/** Appointments already made keep their length. @throws not_found */
export const changeTopic = ({ db }: Db, actor: Actor, topic: StaffTopic): Promise<StaffTopic> =>
  db.$transaction(async (tx) => {
    await lockTopic(tx, topic.id)
    const [before] = await findTopics(tx, topic.id)
    if (!before) throw new AppError('not_found')
    await updateTopic(tx, topic)
    await tx.auditEvent.create({
      data: {
        actor: auditName(actor),
        action: 'topics.changed',
        details: { topicId: topic.id, before, after: topic },
      },
    })
    return topic
  })
