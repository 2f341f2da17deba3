import { resolve } from 'node:path'
import type { Deps } from '../../platform/deps.ts'
import type { Env } from '../../platform/env.ts'
import { AppError } from '../../platform/errors.ts'
import type { FileStore } from '../../platform/file-store.ts'
import { isSafeAddress } from '../../platform/safe-address.ts'
import { folderStore } from './folder-store.ts'
import { s3Store } from './s3-store.ts'

export type FilesEnv = Pick<Env, 'FILES_DIR' | Extract<keyof Env, `S3_${string}`>>

const RETRY_SECONDS = 10

/**
 * The store that the environment names: a bucket where S3_ENDPOINT is set, else a folder.
 * @throws Error that names the variable which is missing or wrong
 */
export function openFileStore(env: FilesEnv, log: Pick<Deps['log'], 'error'>): FileStore {
  return watched(env.S3_ENDPOINT === undefined ? folderStore(resolve(env.FILES_DIR)) : openS3(env), log)
}

function openS3(env: FilesEnv): FileStore {
  const endpoint = needed(env, 'S3_ENDPOINT')
  if (!isSafeAddress(endpoint)) {
    throw new Error('S3_ENDPOINT has to be https; plain http only reaches this machine (see .env.example)')
  }
  return s3Store({
    endpoint: endpoint.replace(/\/+$/, ''),
    region: env.S3_REGION,
    bucket: needed(env, 'S3_BUCKET'),
    accessKeyId: needed(env, 'S3_ACCESS_KEY_ID'),
    secretAccessKey: needed(env, 'S3_SECRET_ACCESS_KEY'),
  })
}

function needed(env: FilesEnv, name: Exclude<keyof FilesEnv, 'FILES_DIR' | 'S3_REGION'>): string {
  const value = env[name]
  if (value) return value
  throw new Error(`${name} is needed for files in a bucket (see .env.example)`)
}

/** A store that fails is no bug of the request: the log says what, the person is asked to come back. */
function watched(store: FileStore, log: Pick<Deps['log'], 'error'>): FileStore {
  const watch =
    <Args extends unknown[], Result>(step: string, work: (...args: Args) => Promise<Result>) =>
    async (...args: Args): Promise<Result> => {
      try {
        return await work(...args)
      } catch (error) {
        log.error({ err: error, step }, 'the store of files failed')
        throw new AppError('unavailable', { retryAfterSeconds: RETRY_SECONDS })
      }
    }
  return { put: watch('put', store.put), get: watch('get', store.get), remove: watch('remove', store.remove) }
}
