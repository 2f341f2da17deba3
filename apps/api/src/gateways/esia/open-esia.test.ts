import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startGosuslugi } from '@rodnik/sandbox/gosuslugi/start-gosuslugi'
import { expect, test } from 'vitest'
import { createTestSigner, gatewayOf, people, SILENT, unset, walk } from '../../../test/gosuslugi.ts'
import { type EsiaEnv, openEsia } from './open-esia.ts'

test('without a driver the entry is off', () => {
  expect(openEsia(unset, SILENT)).toBeUndefined()
})

const oidc: EsiaEnv = {
  ...unset,
  ESIA_DRIVER: 'oidc',
  ESIA_ISSUER: 'https://gateway.example.ru',
  ESIA_CLIENT_ID: 'rodnik',
  ESIA_CLIENT_SECRET: 'secret',
}
const direct: EsiaEnv = { ...unset, ESIA_DRIVER: 'esia', ESIA_CLIENT_ID: 'VODA74' }

test.each<[string, EsiaEnv]>([
  ['ESIA_ISSUER', { ...oidc, ESIA_ISSUER: undefined }],
  ['ESIA_ISSUER', { ...oidc, ESIA_ISSUER: 'http://gateway.example.ru' }],
  ['ESIA_CLIENT_ID', { ...oidc, ESIA_CLIENT_ID: undefined }],
  ['ESIA_CLIENT_SECRET', { ...oidc, ESIA_CLIENT_SECRET: undefined }],
  ['ESIA_HOST', { ...direct, ESIA_HOST: 'http://esia.gosuslugi.ru' }],
  ['ESIA_CERTIFICATE_HASH', direct],
  ['ESIA_SIGN_COMMAND', { ...direct, ESIA_CERTIFICATE_HASH: 'a'.repeat(64) }],
  [
    'ESIA_SIGN_URL',
    { ...direct, ESIA_CERTIFICATE_HASH: 'a'.repeat(64), ESIA_SIGN_URL: 'http://signer.example.ru/' },
  ],
])('nothing starts without a good %s', (name, env) => {
  expect(() => openEsia(env, SILENT)).toThrow(name)
})

test('the direct protocol works from nothing but the environment', async () => {
  const { client, privateKeyPem } = createTestSigner()
  const gosuslugi = await startGosuslugi({ port: 0, clients: { direct: [client] } })
  const folder = await mkdtemp(path.join(tmpdir(), 'rodnik-esia-'))
  await writeFile(path.join(folder, 'key.pem'), privateKeyPem)
  await writeFile(path.join(folder, 'esia.pem'), gosuslugi.signingKeyPem())
  const gateway = gatewayOf({
    ...direct,
    ESIA_HOST: gosuslugi.origin,
    ESIA_CERTIFICATES: path.join(folder, 'esia.pem'),
    ESIA_CERTIFICATE_HASH: client.certificateHash,
    ESIA_SIGN_COMMAND: `openssl dgst -sha256 -sign ${folder}/key.pem`,
  })

  const { redirectTo, memory } = await gateway.begin()
  const person = await gateway.finish(await walk(redirectTo, people.ivanova), memory)
  await gosuslugi.close()
  await rm(folder, { recursive: true })

  expect(person).toMatchObject({ issuer: 'http://esia.gosuslugi.ru/', subject: '1000000101' })
})
