import { generateKeyPairSync } from 'node:crypto'
import type { Mischief } from '@rodnik/sandbox/gosuslugi/mischief'
import { startGosuslugi } from '@rodnik/sandbox/gosuslugi/start-gosuslugi'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import {
  createTestSigner,
  directRedirectUri,
  type Gosuslugi,
  gatewayWith,
  people,
  walk,
} from '../../../test/gosuslugi.ts'
import { createDirectDriver, type DirectSettings } from './direct-driver.ts'
import { readKeys } from './direct-token.ts'

const { client, signer } = createTestSigner()
const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey

let gosuslugi: Gosuslugi
beforeAll(async () => {
  gosuslugi = await startGosuslugi({ port: 0, clients: { direct: [client] } })
})
afterEach(() => gosuslugi.misbehave(undefined))
afterAll(() => gosuslugi.close())

function portal(changes: Partial<DirectSettings> = {}, limitMs?: number) {
  const driver = createDirectDriver({
    host: gosuslugi.origin,
    issuer: 'http://esia.gosuslugi.ru/',
    clientId: client.clientId,
    redirectUri: directRedirectUri,
    signer,
    keys: readKeys(gosuslugi.signingKeyPem()),
    ...changes,
  })
  return gatewayWith(driver, limitMs)
}

type Circumstances = { mischief?: Mischief; changes?: Partial<DirectSettings>; limitMs?: number }

async function enter(person?: number, { mischief, changes, limitMs }: Circumstances = {}) {
  const gateway = portal(changes, limitMs)
  gosuslugi.misbehave(mischief)
  const { redirectTo, memory } = await gateway.begin()
  return gateway.finish(await walk(redirectTo, person), memory)
}

describe('a visitor enters by the direct protocol', () => {
  test('and is who ESIA says, the number of the person being the subject', async () => {
    await expect(enter(people.ivanova)).resolves.toEqual({
      issuer: 'http://esia.gosuslugi.ru/',
      subject: '1000000101',
      lastName: 'Иванова',
      firstName: 'Анна',
      middleName: 'Петровна',
      email: 'anna.ivanova@example.test',
      phone: '+79120000101',
    })
  })

  test('and contacts that are not verified are left out', async () => {
    const person = await enter(people.ofUnverifiedMail)

    expect(Object.keys(person)).toEqual(['issuer', 'subject', 'lastName', 'firstName', 'middleName'])
  })

  test('while ESIA changes its certificate and both are pinned', async () => {
    const [current] = readKeys(gosuslugi.signingKeyPem())
    const keys = current ? [stranger, current] : []

    await expect(enter(people.ivanova, { changes: { keys } })).resolves.toMatchObject({
      subject: '1000000101',
    })
  })

  test('and no nonce is sent, for ESIA knows none', async () => {
    const { redirectTo, memory } = await portal().begin()
    const query = new URL(redirectTo).searchParams

    expect(memory).toEqual({ state: query.get('state') })
    expect([...query.keys()].toSorted()).toEqual([
      'access_type',
      'client_certificate_hash',
      'client_id',
      'client_secret',
      'redirect_uri',
      'response_type',
      'scope',
      'state',
      'timestamp',
    ])
  })
})

describe('a visitor is not let in', () => {
  test('who refuses on the page of ESIA', async () => {
    await expect(enter()).rejects.toMatchObject({ code: 'esia_refused' })
  })

  test('whose account is not confirmed: ESIA leaves the claim out', async () => {
    await expect(enter(people.unconfirmed)).rejects.toMatchObject({ code: 'esia_unconfirmed' })
  })

  test.each<[Mischief, string]>([
    ['unconfirmed_at_door', 'esia_unconfirmed'],
    ['busy_at_door', 'esia_unavailable'],
    ['foreign_state', 'esia_failed'],
    ['foreign_audience', 'esia_failed'],
    ['foreign_issuer', 'esia_failed'],
    ['foreign_subject', 'esia_failed'],
    ['algorithm_none', 'esia_failed'],
    ['hs256_with_public_key', 'esia_failed'],
    ['unknown_key', 'esia_failed'],
    ['expired', 'esia_failed'],
    ['without_expiry', 'esia_failed'],
    ['without_name', 'esia_failed'],
    ['unavailable', 'esia_unavailable'],
    ['not_json', 'esia_unavailable'],
    ['endless', 'esia_unavailable'],
    ['slow', 'esia_unavailable'],
  ])('when ESIA behaves so: %s → %s', async (mischief, code) => {
    await expect(enter(people.ivanova, { mischief, limitMs: 1500 })).rejects.toMatchObject({ code })
  })

  test('when ESIA signs with a key that is not pinned', async () => {
    await expect(enter(people.ivanova, { changes: { keys: [stranger] } })).rejects.toMatchObject({
      code: 'esia_failed',
    })
  })

  test('when the portal signs with the wrong key, which is not the visitor’s fault', async () => {
    const changes = { signer: { ...signer, sign: createTestSigner().signer.sign } }

    await expect(enter(people.ivanova, { changes })).rejects.toMatchObject({ code: 'esia_unavailable' })
  })

  test('when the portal names another certificate than it signs with', async () => {
    const changes = { signer: { ...signer, certHash: async () => '0'.repeat(64) } }

    await expect(enter(people.ivanova, { changes })).rejects.toMatchObject({ code: 'esia_unavailable' })
  })
})

/** A visitor who is back from Gosuslugi and has not been judged yet. */
async function comeBack() {
  const gateway = portal()
  const { redirectTo, memory } = await gateway.begin()
  return { gateway, memory, answer: await walk(redirectTo, people.ivanova) }
}

describe('an answer opens nothing', () => {
  test('in the browser of somebody else', async () => {
    const { gateway, answer } = await comeBack()
    const other = await gateway.begin()

    await expect(gateway.finish(answer, other.memory)).rejects.toMatchObject({ code: 'esia_failed' })
  })

  test('the second time', async () => {
    const { gateway, answer, memory } = await comeBack()
    await gateway.finish(answer, memory)

    await expect(gateway.finish(answer, memory)).rejects.toMatchObject({ code: 'esia_failed' })
  })

  test.each([
    ['nothing', {}],
    ['no state', { code: 'x' }],
    ['an error without state', { error: 'access_denied' }],
  ])('with %s', async (_, answer) => {
    const { gateway, memory } = await comeBack()

    await expect(gateway.finish(answer, memory)).rejects.toMatchObject({ code: 'esia_failed' })
  })
})

test('a file of keys that Node cannot verify with is refused at start', () => {
  const secp = generateKeyPairSync('ec', { namedCurve: 'secp256k1' }).publicKey
  const pem = secp.export({ type: 'spki', format: 'pem' }).toString()

  expect(() => readKeys(pem)).toThrow(/RS256/)
  expect(() => readKeys('')).toThrow(/ESIA_CERTIFICATES/)
})
