import { createPrivateKey, createSign, sign } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestSigner } from '../../../test/gosuslugi.ts'
import { commandSigner, httpSigner } from './signer.ts'

const { privateKeyPem, client } = createTestSigner()
const data = Buffer.from('VODA74openid; echo "$HOME" `id`')
const expected = sign('sha256', data, createPrivateKey(privateKeyPem))

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'rodnik-signer-'))
  await writeFile(path.join(folder, 'key.pem'), privateKeyPem)
  await writeFile(
    path.join(folder, 'sign.mjs'),
    `import { readFileSync } from 'node:fs'
     import { sign } from 'node:crypto'
     process.stdout.write(sign('sha256', readFileSync(0), readFileSync(process.argv[2])))`,
  )
})
afterAll(() => rm(folder, { recursive: true }))

describe('a signing program', () => {
  test('gets the data on its input and gives the signature on its output', async () => {
    const command = `${process.execPath} ${folder}/sign.mjs ${folder}/key.pem`

    await expect(commandSigner(command, client.certificateHash).sign(data)).resolves.toEqual(expected)
  })

  test('is run as it stands, not through a shell', async () => {
    await expect(commandSigner('echo $HOME;id', 'x').sign(data)).resolves.toEqual(Buffer.from('$HOME;id\n'))
  })

  test.each([
    ['does not exist', '/nowhere/sign'],
    ['fails', 'false'],
    ['says nothing', 'true'],
    ['never ends', 'sleep 60'],
    ['says too much', 'yes'],
  ])('that %s makes Gosuslugi unavailable', async (_, command) => {
    await expect(commandSigner(command, 'x', 1000).sign(data)).rejects.toMatchObject({
      code: 'esia_unavailable',
    })
  })
})

async function withService<T>(listener: RequestListener, ask: (url: string) => Promise<T>): Promise<T> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  try {
    return await ask(`http://127.0.0.1:${(server.address() as AddressInfo).port}/sign`)
  } finally {
    server.closeAllConnections()
    server.close()
  }
}

const signing: RequestListener = (request, response) => {
  const signature = createSign('sha256')
  request.on('data', (chunk: Buffer) => signature.update(chunk))
  request.on('end', () => response.end(signature.sign(privateKeyPem)))
}

describe('a signing service', () => {
  test('gets the data as a body and answers the signature', async () => {
    const signature = await withService(signing, (url) => httpSigner(url, client.certificateHash).sign(data))

    expect(signature).toEqual(expected)
  })

  test.each<[string, RequestListener]>([
    ['refuses', (_, response) => response.writeHead(403).end('no')],
    ['is silent', () => undefined],
    ['answers nothing', (_, response) => response.end()],
    ['answers too much', (_, response) => response.end('x'.repeat(10_000))],
    ['sends elsewhere', (_, response) => response.writeHead(302, { location: 'http://127.0.0.1:9/' }).end()],
  ])('that %s makes Gosuslugi unavailable', async (_, listener) => {
    const signed = withService(listener, (url) => httpSigner(url, 'x', 300).sign(data))

    await expect(signed).rejects.toMatchObject({ code: 'esia_unavailable' })
  })
})
