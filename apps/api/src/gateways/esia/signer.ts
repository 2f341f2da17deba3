import { spawn } from 'node:child_process'
import { EsiaRefusal } from './refusal.ts'

/** GOST signatures are made outside the process, by certified means; this is all the portal asks of them. */
export type EsiaSigner = {
  /** The raw signature, in the byte order ESIA expects. @throws EsiaRefusal esia_unavailable */
  sign: (data: Buffer) => Promise<Buffer>
  /** The hash of the DER certificate, as ESIA registered it. */
  certHash: () => Promise<string>
}

const LIMIT_MS = 5000
/** A GOST signature has 64 bytes, an RSA one of a test bench up to 1024. */
const MAX_SIGNATURE_BYTES = 8192

/**
 * Runs a program, never a shell: the data on stdin, the signature on stdout.
 * @param command the program and its arguments, separated by spaces
 */
export function commandSigner(command: string, certificateHash: string, limitMs = LIMIT_MS): EsiaSigner {
  const [program = '', ...args] = command.split(' ').filter(Boolean)
  return {
    certHash: async () => certificateHash,
    sign: async (data) => whole(await run(program, args, { data, limitMs })),
  }
}

/** Posts the data to a signing service of the utility; the answer's body is the signature. */
export function httpSigner(url: string, certificateHash: string, limitMs = LIMIT_MS): EsiaSigner {
  return {
    certHash: async () => certificateHash,
    async sign(data) {
      try {
        const response = await fetch(url, {
          method: 'POST',
          headers: { 'content-type': 'application/octet-stream' },
          body: new Uint8Array(data),
          redirect: 'error',
          signal: AbortSignal.timeout(limitMs),
        })
        return whole(response.ok ? Buffer.from(await response.arrayBuffer()) : Buffer.alloc(0))
      } catch {
        throw new EsiaRefusal('esia_unavailable', 'the signing service is silent')
      }
    },
  }
}

function whole(signature: Buffer): Buffer {
  if (signature.length > 0 && signature.length <= MAX_SIGNATURE_BYTES) return signature
  throw new EsiaRefusal('esia_unavailable', 'no signature')
}

type Run = { data: Buffer; limitMs: number }

function run(program: string, args: string[], { data, limitMs }: Run): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const fail = () => reject(new EsiaRefusal('esia_unavailable', 'the signing command failed'))
    const child = spawn(program, args, {
      stdio: ['pipe', 'pipe', 'ignore'],
      timeout: limitMs,
      killSignal: 'SIGKILL',
    })
    const chunks: Buffer[] = []
    let length = 0
    child.stdout.on('data', (chunk: Buffer) => {
      length += chunk.length
      if (length > MAX_SIGNATURE_BYTES) child.kill('SIGKILL')
      else chunks.push(chunk)
    })
    child.on('error', fail)
    child.on('close', (exitCode) => (exitCode === 0 ? resolve(Buffer.concat(chunks)) : fail()))
    // A program that does not read its input is judged by its exit code.
    child.stdin.on('error', () => undefined)
    child.stdin.end(data)
  })
}
