import { execFileSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { noAcquirerEnv, openAcquirersWith } from '../../../test/acquirer.ts'
import { anOrder } from '../../../test/orders.ts'
import { type AcquirerEnv, openAcquirers } from './open-acquirers.ts'

const sber = { ...noAcquirerEnv, SBER_USER: 'rodnik-api', SBER_PASSWORD: 'secret' } satisfies AcquirerEnv
const rbs = {
  ...noAcquirerEnv,
  RBS_URL: 'https://pay.alfabank.ru/payment/rest',
  RBS_USER: 'rodnik-api',
  RBS_PASSWORD: 'secret',
} satisfies AcquirerEnv

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'rodnik-acquirers-'))
  await writeFile(path.join(folder, 'nonsense.pem'), 'not a certificate')
})
afterAll(() => rm(folder, { recursive: true }))
const inFolder = (file: string) => path.join(folder, file)
const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'ignore' })

/** As `openssl` makes them; the certificate is for the address 127.0.0.1 only. */
function makeCertificates() {
  const fresh = ['-newkey', 'rsa:2048', '-nodes', '-days', '2']
  const signed = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-addext', 'subjectAltName=IP:127.0.0.1']
  openssl('req', '-x509', ...fresh, '-keyout', 'ca.key', '-out', 'ca.pem', '-subj', '/CN=Test CA')
  openssl('req', '-x509', ...fresh, ...signed, '-keyout', 'bank.key', '-out', 'bank.pem', '-subj', '/CN=bank')
}

describe('the environment', () => {
  test('that names nobody has no acquirer', () => {
    const acquirers = openAcquirersWith(noAcquirerEnv)
    expect(acquirers.current).toBeUndefined()
    expect(acquirers.named('sber')).toBeUndefined()
  })

  test('may set up several: new payments go to the one that is named, earlier ones stay with theirs', () => {
    const acquirers = openAcquirersWith({ ...sber, ...rbs, ...pick(sber), ACQUIRER: 'rbs' })
    expect(acquirers.current?.name).toBe('rbs')
    expect(acquirers.named('sber')?.name).toBe('sber')
    expect(acquirers.named('yookassa')).toBeUndefined()
  })

  test('says how people may pay', async () => {
    const acquirer = openAcquirersWith(rbs).named('rbs')
    expect(acquirer?.methods).toEqual(['card'])
    await expect(acquirer?.open(anOrder({ method: 'sbp' }))).rejects.toMatchObject({ kind: 'refused' })
  })

  test.each<[string, AcquirerEnv]>([
    ['SBER_USER', { ...noAcquirerEnv, ACQUIRER: 'sber' }],
    ['SBER_PASSWORD', { ...sber, SBER_PASSWORD: undefined }],
    ['SBER_URL', { ...sber, SBER_URL: 'http://ecommerce.sberbank.ru' }],
    ['RBS_URL', { ...rbs, RBS_URL: undefined }],
    ['RBS_USER', { ...noAcquirerEnv, ACQUIRER: 'rbs', RBS_URL: rbs.RBS_URL }],
    ['YOOKASSA_SHOP_ID', { ...noAcquirerEnv, ACQUIRER: 'yookassa' }],
    ['YOOKASSA_SECRET_KEY', { ...noAcquirerEnv, YOOKASSA_SHOP_ID: '1' }],
    ['SBER_CA_FILE', { ...sber, SBER_CA_FILE: '/nowhere/ca.pem' }],
  ])('without a good %s starts nothing', (name, env) => {
    expect(() => openAcquirersWith(env)).toThrow(name)
  })

  test('with a file that holds no certificate starts nothing', () => {
    const nonsense = inFolder('nonsense.pem')
    expect(() => openAcquirersWith({ ...sber, SBER_CA_FILE: nonsense })).toThrow('SBER_CA_FILE')
    expect(() => openAcquirersWith({ ...sber, SBER_CALLBACK_CERTIFICATE: nonsense })).toThrow(
      'SBER_CALLBACK_CERTIFICATE',
    )
  })
})

function pick({ SBER_USER, SBER_PASSWORD }: typeof sber) {
  return { SBER_USER, SBER_PASSWORD }
}

describe('a bank whose certificate is signed by an authority of its own', () => {
  let server: Server
  let url: string
  beforeAll(async () => {
    makeCertificates()
    const [key, cert] = await Promise.all([readFile(inFolder('bank.key')), readFile(inFolder('bank.pem'))])
    server = createServer({ key, cert }, (_, response) => response.end('{"errorCode":"6"}'))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    url = `https://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterAll(() => new Promise((resolve) => server.close(resolve)))

  const ref = { orderNumber: 'order-1' }

  test('is reached by the gateway that has it, and by no other in the process', async () => {
    const acquirers = openAcquirersWith({
      ...rbs,
      ...pick(sber),
      SBER_URL: url,
      SBER_CA_FILE: inFolder('ca.pem'),
      RBS_URL: url,
    })

    await expect(acquirers.named('sber')?.ask(ref)).resolves.toBeUndefined()
    await expect(acquirers.named('rbs')?.ask(ref)).rejects.toMatchObject({
      kind: 'unknown',
      reason: expect.stringMatching(/^no connection \([A-Z_]+\)$/),
    })
    await expect(fetch(url)).rejects.toThrow('fetch failed')
  })

  test('is not reached under a name that its certificate does not hold', async () => {
    const SBER_URL = url.replace('127.0.0.1', 'localhost')
    const acquirers = openAcquirersWith({ ...sber, SBER_URL, SBER_CA_FILE: inFolder('ca.pem') })

    await expect(acquirers.named('sber')?.ask(ref)).rejects.toMatchObject({
      reason: 'no connection (ERR_TLS_CERT_ALTNAME_INVALID)',
    })
  })
})

test('each failure stands in the log, without order and person', async () => {
  const lines: unknown[] = []
  const log = { info: () => undefined, error: () => undefined, warn: (line: unknown) => lines.push(line) }
  const acquirers = openAcquirers({ ...sber, SBER_URL: 'http://127.0.0.1:9' }, log, 500)

  await expect(acquirers.named('sber')?.open(anOrder())).rejects.toMatchObject({ kind: 'unknown' })

  expect(lines).toEqual([
    { acquirer: 'sber', step: 'open', kind: 'unknown', reason: 'no connection (ECONNREFUSED)' },
  ])
})
