import { spawnSync } from 'node:child_process'
import { existsSync, globSync, statSync } from 'node:fs'
import { resolve } from 'node:path'

// Prisma's CLI asks for an engine binary even to generate, and would download one; generating never runs it.
const client = resolve('apps/api/src/platform/prisma/client.ts')
const generatedAt = existsSync(client) ? statSync(client).mtimeMs : 0
const isFresh = globSync('prisma/schema/*.prisma').every((file) => statSync(file).mtimeMs < generatedAt)

if (!isFresh) {
  const { status } = spawnSync(resolve('node_modules/.bin/prisma'), ['generate', '--no-hints'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: '/bin/true', PRISMA_HIDE_UPDATE_MESSAGE: '1' },
  })
  if (status !== 0) process.exit(status ?? 1)
}
