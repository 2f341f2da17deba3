import type { OfficePlan, PlannedSpecialist, StaffTopic, TopicTerms } from '@rodnik/contract/staff-offices'
import type { Tx } from '../../../platform/db.ts'

/** One change of an office at a time. */
export async function lockOffice(tx: Tx, id: string): Promise<void> {
  await tx.$queryRaw`SELECT id FROM offices WHERE id = ${id}::uuid FOR NO KEY UPDATE`
}

const json = (value: unknown) => JSON.stringify(value)

export async function insertOffice(tx: Tx, plan: OfficePlan): Promise<string> {
  const { name, address, phone, timeZone, week, exceptions, isActive } = plan
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO offices (name_ru, name_en, address_ru, address_en, phone, time_zone, week, exceptions, is_active,
      position)
    VALUES (${name.ru}, ${name.en}, ${address.ru}, ${address.en}, ${phone}, ${timeZone}, ${json(week)}::jsonb,
      ${json(exceptions)}::jsonb, ${isActive}, (SELECT coalesce(max(position), 0) + 1 FROM offices))
    RETURNING id`
  if (!row) throw new Error('The office was not stored')
  return row.id
}

/** @returns false when the schedule is another version already, or there is no such office */
export async function updateOffice(
  tx: Tx,
  { id, version }: { id: string; version: number },
  plan: OfficePlan,
): Promise<boolean> {
  const { name, address, phone, timeZone, week, exceptions, isActive } = plan
  const changed = await tx.$executeRaw`
    UPDATE offices SET name_ru = ${name.ru}, name_en = ${name.en}, address_ru = ${address.ru},
      address_en = ${address.en}, phone = ${phone}, time_zone = ${timeZone}, week = ${json(week)}::jsonb,
      exceptions = ${json(exceptions)}::jsonb, is_active = ${isActive}, version = version + 1
    WHERE id = ${id}::uuid AND version = ${version}`
  return changed === 1
}

/** @returns its id; null when the post that is named is not of the office */
export async function savePost(
  tx: Tx,
  officeId: string,
  post: PlannedSpecialist & { position: number },
): Promise<string | null> {
  const { name, seats, isActive, position } = post
  const week = post.week && json(post.week)
  const absences = json(post.absences)
  const [row] =
    post.id === null
      ? await tx.$queryRaw<{ id: string }[]>`
          INSERT INTO specialists (office_id, name_ru, name_en, seats, week, absences, is_active, position)
          VALUES (${officeId}::uuid, ${name.ru}, ${name.en}, ${seats}, ${week}::jsonb, ${absences}::jsonb,
            ${isActive}, ${position})
          RETURNING id`
      : await tx.$queryRaw<{ id: string }[]>`
          UPDATE specialists SET name_ru = ${name.ru}, name_en = ${name.en}, seats = ${seats}, week = ${week}::jsonb,
            absences = ${absences}::jsonb, is_active = ${isActive}, position = ${position}
          WHERE id = ${post.id}::uuid AND office_id = ${officeId}::uuid RETURNING id`
  return row?.id ?? null
}

/** Who is not named any more is switched off: appointments made there stay. */
export async function switchOffOthers(tx: Tx, officeId: string, named: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE specialists SET is_active = false
    WHERE office_id = ${officeId}::uuid AND NOT id = ANY (${[...named]}::uuid[])`
}

/** @returns false when one of the topics does not exist */
export async function saveTopicsOf(
  tx: Tx,
  specialistId: string,
  topicIds: readonly string[],
): Promise<boolean> {
  const wanted = [...new Set(topicIds)]
  await tx.$executeRaw`
    DELETE FROM specialist_topics WHERE specialist_id = ${specialistId}::uuid AND NOT topic_id = ANY (${wanted}::uuid[])`
  const [row] = await tx.$queryRaw<{ known: number }[]>`
    SELECT count(*)::int AS known FROM appointment_topics WHERE id = ANY (${wanted}::uuid[])`
  await tx.$executeRaw`
    INSERT INTO specialist_topics (specialist_id, topic_id)
    SELECT ${specialistId}::uuid, id FROM appointment_topics WHERE id = ANY (${wanted}::uuid[])
    ON CONFLICT DO NOTHING`
  return row?.known === wanted.length
}

export async function insertTopic(tx: Tx, terms: TopicTerms): Promise<string> {
  const { name, bring, minutes, bufferMinutes, isForGuests, isActive } = terms
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO appointment_topics (name_ru, name_en, bring_ru, bring_en, minutes, buffer_minutes, is_for_guests,
      is_active, position)
    VALUES (${name.ru}, ${name.en}, ${bring.ru}, ${bring.en}, ${minutes}, ${bufferMinutes}, ${isForGuests},
      ${isActive}, (SELECT coalesce(max(position), 0) + 1 FROM appointment_topics))
    RETURNING id`
  if (!row) throw new Error('The topic was not stored')
  return row.id
}

export async function updateTopic(tx: Tx, { id, ...terms }: StaffTopic): Promise<void> {
  const { name, bring, minutes, bufferMinutes, isForGuests, isActive } = terms
  await tx.$executeRaw`
    UPDATE appointment_topics SET name_ru = ${name.ru}, name_en = ${name.en}, bring_ru = ${bring.ru},
      bring_en = ${bring.en}, minutes = ${minutes}, buffer_minutes = ${bufferMinutes},
      is_for_guests = ${isForGuests}, is_active = ${isActive}
    WHERE id = ${id}::uuid`
}

export async function lockTopic(tx: Tx, id: string): Promise<void> {
  await tx.$queryRaw`SELECT id FROM appointment_topics WHERE id = ${id}::uuid FOR NO KEY UPDATE`
}
