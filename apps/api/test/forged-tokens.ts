import { createHmac, createSign, generateKeyPairSync } from 'node:crypto'
import { deriveKey } from '../src/platform/secrets.ts'
import type { Api } from './api.ts'

export const seconds = () => Math.floor(Date.now() / 1000)

/** A part of a token: an object, or text that JSON.stringify would not make. */
export const part = (value: object | string) =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url')

type With = { digest: string; purpose: string }

/** Signed with the very key of the server: only what the token says can be wrong with it. */
export function signedBy(
  { env }: Pick<Api, 'env'>,
  head: object,
  body: object | string,
  { digest, purpose }: With,
): string {
  const content = `${part(head)}.${part(body)}`
  const key = deriveKey(env.SESSION_SECRET, purpose)
  return `${content}.${createHmac(digest, key).update(content).digest('base64url')}`
}

export function signedByRsa(head: object, body: object): string {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const content = `${part({ ...head, alg: 'RS256' })}.${part(body)}`
  return `${content}.${createSign('sha256').update(content).sign(privateKey, 'base64url')}`
}
