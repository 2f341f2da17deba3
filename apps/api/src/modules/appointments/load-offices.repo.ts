import type { Tx } from '../../platform/db.ts'
import type { OfficeInFile, TopicInFile } from './office-files.ts'

const json = (value: unknown) => JSON.stringify(value)

/** @returns false when it came with a file before: people have changed it since, as they see fit */
export async function addTopicOnce(tx: Tx, topic: TopicInFile & { position: number }): Promise<boolean> {
  const { code, name, bring, minutes, bufferMinutes, isForGuests, isActive, position } = topic
  const added = await tx.$executeRaw`
    INSERT INTO appointment_topics (code, name_ru, name_en, bring_ru, bring_en, minutes, buffer_minutes, is_for_guests,
      is_active, position)
    VALUES (${code}, ${name.ru}, ${name.en}, ${bring.ru}, ${bring.en}, ${minutes}, ${bufferMinutes}, ${isForGuests},
      ${isActive}, ${position})
    ON CONFLICT (code) DO NOTHING`
  return added === 1
}

/** @returns false when it came with a file before */
export async function addOfficeOnce(tx: Tx, office: OfficeInFile & { position: number }): Promise<boolean> {
  const { code, name, address, phone, timeZone, week, exceptions, specialists, position } = office
  const [added] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO offices (code, name_ru, name_en, address_ru, address_en, phone, time_zone, week, exceptions, position)
    VALUES (${code}, ${name.ru}, ${name.en}, ${address.ru}, ${address.en}, ${phone}, ${timeZone},
      ${json(week)}::jsonb, ${json(exceptions)}::jsonb, ${position})
    ON CONFLICT (code) DO NOTHING RETURNING id`
  if (!added) return false
  for (const [i, post] of specialists.entries()) {
    const ownWeek = post.week && json(post.week)
    await tx.$executeRaw`
      WITH post AS (
        INSERT INTO specialists (office_id, name_ru, name_en, seats, week, position)
        VALUES (${added.id}::uuid, ${post.name.ru}, ${post.name.en}, ${post.seats}, ${ownWeek}::jsonb, ${i})
        RETURNING id
      )
      INSERT INTO specialist_topics (specialist_id, topic_id)
      SELECT post.id, t.id FROM post, appointment_topics t WHERE t.code = ANY (${post.topics})`
  }
  return true
}
