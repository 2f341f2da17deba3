import { renderLetter } from '../src/modules/notifications/render-letter.ts'
import { currentSender } from '../src/modules/notifications/sender.repo.ts'
import type { Api } from './api.ts'

export type WrittenLetter = {
  template: string
  subject: string
  html: string
  text: string
  /** What the button opens; undefined when there is none. */
  link: string | undefined
  /** The token in the link's fragment; undefined when the link only opens a page. */
  token: string | undefined
}

type Row = { template: string; language: string; data: unknown }

/** The letters in the outbox of an API, as the real templates write them; no worker is needed. */
export const mailroom = ({ pool, env }: Pick<Api, 'pool' | 'env'>) => ({
  /** Letters to one address, the oldest first. */
  lettersTo: async (address: string): Promise<WrittenLetter[]> => {
    const sender = await currentSender(pool)
    const { rows } = await pool.query<Row>(
      'SELECT template, language, data FROM letters WHERE to_address = $1 ORDER BY created_at, id',
      [address],
    )
    return rows.map((row) => {
      const letter = renderLetter(row, sender, env)
      const link = /href="([^"]+)"/.exec(letter.html)?.[1]
      return { template: row.template, ...letter, link, token: link?.split('#t=')[1] }
    })
  },
})
