import type { Deps } from '../../platform/deps.ts'
import { addOfficeOnce, addTopicOnce } from './load-offices.repo.ts'
import { readOfficeFiles } from './office-files.ts'

/**
 * Brings the offices and topics of a folder into the database. What is there already stays as people have changed it.
 * @returns the codes of those that are new
 * @throws when a file is not as it should be, or names a topic that is in none; nothing is loaded then
 */
export async function loadOffices({ db }: Pick<Deps, 'db'>, folder: string): Promise<string[]> {
  const { offices, topics } = readOfficeFiles(folder)
  const known = new Set(topics.map(({ code }) => code))
  const unknown = offices
    .flatMap(({ specialists }) => specialists.flatMap((post) => post.topics))
    .find((code) => !known.has(code))
  if (unknown !== undefined) throw new Error(`The topic "${unknown}" of an office is not in topics.json`)
  return db.$transaction(async (tx) => {
    const added: string[] = []
    for (const [position, topic] of topics.entries()) {
      if (await addTopicOnce(tx, { ...topic, position })) added.push(topic.code)
    }
    for (const [position, office] of offices.entries()) {
      if (await addOfficeOnce(tx, { ...office, position })) added.push(office.code)
    }
    return added
  })
}
