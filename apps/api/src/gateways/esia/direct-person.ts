import * as z from 'zod'
import { type Ask, askFor } from './ask.ts'
import { Name, normalEmail, normalPhone } from './contacts.ts'

const Person = z.object({
  lastName: Name,
  firstName: Name,
  middleName: z.string().trim().max(100).nullish(),
  trusted: z.boolean().optional(),
})

const Contacts = z.object({
  elements: z
    .array(
      z.object({
        type: z.string().max(10),
        value: z.string().max(254),
        vrfStu: z.string().max(20).optional(),
      }),
    )
    .max(50)
    .default([]),
})

/** Who the oid is, from ESIA's REST: /rs/prns/{oid} and its contacts, of which only verified ones count. */
export async function loadPerson(
  ask: Ask,
  host: string,
  { oid, accessToken }: { oid: string; accessToken: string },
) {
  const init = { headers: { authorization: `Bearer ${accessToken}`, accept: 'application/json' } }
  const address = `${host}/rs/prns/${oid}`
  const [person, contacts] = await Promise.all([
    askFor(ask, Person, address, init),
    askFor(ask, Contacts, `${address}/ctts?embed=(elements)`, init),
  ])
  const verified = (type: string) =>
    contacts.elements.find((contact) => contact.type === type && contact.vrfStu === 'VERIFIED')?.value
  const email = normalEmail(verified('EML'))
  const phone = normalPhone(verified('MBT'))
  return {
    lastName: person.lastName,
    firstName: person.firstName,
    ...(person.middleName && { middleName: person.middleName }),
    ...(email && { email }),
    ...(phone && { phone }),
    isTrusted: person.trusted !== false,
  }
}
