import type { FastifyInstance } from 'fastify'
import type { Desk } from './direct-desk.ts'
import { directPages } from './direct-pages.ts'
import { directPersons } from './direct-persons.ts'
import type { DirectClient } from './direct-request.ts'
import { directTokens } from './direct-tokens.ts'

type Setting = Pick<Desk, 'keys' | 'mood'> & { clients: DirectClient[] }

/** ESIA's direct protocol: v2/ac with the page of the choice, v3/te, and the REST of persons. */
export async function directRoutes(app: FastifyInstance, { clients, keys, mood }: Setting) {
  const desk: Desk = {
    keys,
    mood,
    clientOf: (fields) => clients.find(({ clientId }) => clientId === fields['client_id']),
    visits: new Map(),
    codes: new Map(),
    oidOfToken: new Map(),
  }
  directPages(app, desk)
  directTokens(app, desk)
  directPersons(app, desk)
}
