import { Client, type QueryConfig } from 'pg'

type Sent = QueryConfig & { values: unknown[] }

let listeners: Sent[][] = []

/** Every statement of this process passes here: those of a page are written down while it is being made. */
const query: Client['query'] = Reflect.get(Client.prototype, 'query')
Client.prototype.query = new Proxy(query, {
  apply(real, client, given: unknown[]) {
    const [config] = given
    if (typeof config === 'object' && config !== null && 'text' in config) {
      for (const heard of listeners) heard.push(config as Sent)
    }
    return Reflect.apply(real, client, given) as unknown
  },
})

/** The statements that the work sends, as the driver got them. */
export async function heardWhile(work: () => Promise<unknown>): Promise<Sent[]> {
  const heard: Sent[] = []
  listeners = [...listeners, heard]
  await work()
  listeners = listeners.filter((other) => other !== heard)
  return heard.filter(({ text }) => /^\s*(?:SELECT|WITH)/i.test(text ?? ''))
}
