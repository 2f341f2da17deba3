import type { Access, EndpointConfig, StaffRole } from '@rodnik/contract/endpoint'
import type { NextStep, UserKind } from '@rodnik/contract/sessions'
import type { FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { accessClaims } from './access-token.ts'
import type { Deps } from './deps.ts'
import { AppError } from './errors.ts'

/** Who is calling, by a session that lives at this moment. */
export type Actor = {
  userId: string
  sessionId: string
  kind: UserKind
  roles: StaffRole[]
  /** What the session has to do before its rights open. */
  next: NextStep | null
}

declare module 'fastify' {
  interface FastifyRequest {
    actor: Actor | null
  }
}

type Row = Omit<Actor, 'next'> & {
  isComplete: boolean
  mustChangePassword: boolean
  hasSecondFactor: boolean
}

/**
 * The session, if it lives, with the rights of its person now. Half a minute of slack saves a write on each
 * request; a token of a new generation is noted at once, because it proves that its answer has arrived.
 */
const LIVE_SESSION = {
  name: 'live-session',
  text: `
    WITH live AS MATERIALIZED (
      SELECT * FROM live_sessions WHERE id = $1::uuid AND user_id = $2::uuid
    ), touched AS (
      UPDATE sessions s SET last_seen_at = app_now(), seen_generation = greatest(s.seen_generation, $3::int)
      FROM live
      WHERE s.id = live.id AND $3::int <= s.refresh_generation
        AND (live.last_seen_at < app_now() - interval '30 seconds' OR live.seen_generation < $3::int)
    )
    SELECT user_id AS "userId", id AS "sessionId", kind::text, is_complete AS "isComplete",
      must_change_password AS "mustChangePassword",
      ARRAY(SELECT role::text FROM staff_roles r WHERE r.user_id = live.user_id) AS "roles",
      EXISTS (SELECT FROM second_factors f WHERE f.user_id = live.user_id AND f.confirmed_at IS NOT NULL)
        AS "hasSecondFactor"
    FROM live`,
}

/** Staff need a second factor (ASVS 6.3.3); a password from the office must be changed at the first entry. */
export function nextStep(
  session: Pick<Row, 'kind' | 'isComplete' | 'mustChangePassword' | 'hasSecondFactor'>,
) {
  const isStaff = session.kind === 'staff'
  if (isStaff && session.hasSecondFactor && !session.isComplete) return 'give_second_factor'
  if (session.mustChangePassword) return 'change_password'
  return isStaff && !session.hasSecondFactor ? 'enrol_second_factor' : null
}

/** The person behind the request, or null: no token of ours, or its session has ended. */
export async function findActor(request: FastifyRequest): Promise<Actor | null> {
  const claims = accessClaims(request)
  if (!claims) return null
  const { pool }: Deps = request.server.deps
  const { rows } = await pool.query<Row>({ ...LIVE_SESSION, values: [claims.sid, claims.sub, claims.gen] })
  const [row] = rows
  if (!row) return null
  const { userId, sessionId, kind, roles } = row
  return { userId, sessionId, kind, roles, next: nextStep(row) }
}

function admit(actor: Actor | null, config: EndpointConfig): Actor {
  if (!actor) throw new AppError('sign_in_required')
  if (config.access === 'signed_in') return actor
  if (actor.next) throw new AppError('session_incomplete')
  if (!isAllowed(actor, config)) throw new AppError('not_allowed')
  return actor
}

const isOf = {
  person: ({ kind }) => kind !== 'staff',
  resident: ({ kind }) => kind === 'resident',
  staff: ({ kind }) => kind === 'staff',
} as const satisfies Record<string, (actor: Actor) => boolean>

/** Nobody is let in by an access that is not named here. */
function isAllowed(actor: Actor, config: EndpointConfig): boolean {
  const { access } = config
  if (access !== 'person' && access !== 'resident' && access !== 'staff') return false
  const hasRole = access !== 'staff' || config.roles.some((role) => actor.roles.includes(role))
  return isOf[access](actor) && hasRole
}

/** Open, or behind a door of their own: `guest.ts`, `integrators/integrator.ts`. */
const NOT_OF_PEOPLE: ReadonlySet<Access> = new Set(['public', 'guest', 'integrator'])

/** The check that every endpoint of signed-in people passes before anything else. */
export const actorAccess = fp(async (app) => {
  app.decorateRequest('actor', null)
  app.addHook('onRequest', async (request) => {
    const { config } = request.routeOptions
    const { access } = config
    if (access === undefined || NOT_OF_PEOPLE.has(access)) return
    request.actor = admit(await findActor(request), config as EndpointConfig)
  })
})

/** The person of an endpoint that asks for one; the access hook has looked before. */
export function actorOf(request: FastifyRequest): Actor {
  if (!request.actor) throw new Error(`${request.routeOptions.url ?? '?'} is not an endpoint of people`)
  return request.actor
}

/** As audit events name them. */
export const auditName = ({ kind, userId }: Pick<Actor, 'kind' | 'userId'>): string =>
  `${kind === 'staff' ? 'staff' : 'user'}:${userId}`
