import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Desk } from './direct-desk.ts'
import type { Mood } from './mischief.ts'
import { personOf, type StandInPerson } from './persons.ts'

type Asked = { Params: { oid: string } }

/** rs/prns: a person and their contacts, for who holds an access token of this person. */
export function directPersons(app: FastifyInstance, { oidOfToken, mood }: Desk) {
  const holderOf = (authorization = '', oid = '') =>
    String(oidOfToken.get(authorization.replace('Bearer ', ''))) === oid ? personOf(oid) : undefined

  app.get<Asked>('/rs/prns/:oid', async ({ headers, params }, reply) => {
    const person = holderOf(headers.authorization, params.oid)
    return person ? personJson(person, mood) : refuse(reply)
  })

  app.get<Asked>('/rs/prns/:oid/ctts', async ({ headers, params }, reply) => {
    const person = holderOf(headers.authorization, params.oid)
    if (!person) return refuse(reply)
    return { elements: [...contact('EML', person.email), ...contact('MBT', person.phone)] }
  })
}

const refuse = (reply: FastifyReply) => reply.code(401).send({ code: 'ESIA-005011', message: 'no rights' })

function personJson({ lastName, firstName, middleName, isConfirmed }: StandInPerson, { mischief }: Mood) {
  const name = { firstName, ...(middleName && { middleName }), trusted: isConfirmed }
  return mischief === 'without_name' ? name : { lastName, ...name }
}

const contact = (type: 'EML' | 'MBT', known: StandInPerson['email']) =>
  known ? [{ type, value: known.value, vrfStu: known.isVerified ? 'VERIFIED' : 'NOT_VERIFIED' }] : []
