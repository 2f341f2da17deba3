import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, startApi } from '../../test/api.ts'
import { NO_ACQUIRERS } from '../platform/acquirer.ts'
import { createMetrics } from '../platform/metrics.ts'
import { buildApp } from './build.ts'

let api: Api
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.stop())

describe('the page', () => {
  let directory: string
  let app: Awaited<ReturnType<typeof buildApp>>
  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), 'rodnik-page-'))
    mkdirSync(join(directory, 'assets'))
    writeFileSync(
      join(directory, 'index.html'),
      '<!doctype html><html lang="ru"><title>Родник</title></html>',
    )
    writeFileSync(join(directory, 'en.html'), '<!doctype html><html lang="en"><title>Rodnik</title></html>')
    writeFileSync(join(directory, 'assets', 'app-1a2b.js'), 'export {}')
    const deps = {
      env: api.env,
      db: api.db,
      pool: api.pool,
      metrics: createMetrics(),
      acquirers: NO_ACQUIRERS,
      files: api.files,
      log: pino({ level: 'silent' }),
    }
    app = await buildApp(deps, {
      TRUST_PROXY: [],
      CONTRACT_VALIDATION: 'compiled',
      STATIC_DIR: directory,
      maxEventLoopDelayMs: 0,
      logger: false,
    })
  })
  afterAll(async () => {
    await app.close()
    rmSync(directory, { recursive: true })
  })

  test.each([
    ['/', 'ru'],
    ['/pokazanie', 'ru'],
    ['/check/AAAAAAAAAAAAAAAAAAAAAA', 'ru'],
    ['/en', 'en'],
    ['/en/cabinet?x=1', 'en'],
  ])('of %s comes in the language %s under a strict policy', async (url, language) => {
    const page = await app.inject({ url })

    expect(page.statusCode).toBe(200)
    expect(page.body).toContain(`<html lang="${language}"`)
    expect(page.headers['content-security-policy']).toContain("script-src 'self';")
    expect(page.headers['content-security-policy']).not.toContain('unsafe')
  })

  test('has files that may be kept for a year, because their names change with their content', async () => {
    const file = await app.inject({ url: '/assets/app-1a2b.js' })

    expect(file.headers['cache-control']).toBe('public, max-age=31536000, immutable')
  })

  test.each([['/assets/missing.js'], ['/api/v1/missing'], ['/assets/..%2f..%2fpackage.json']])(
    'never stands in for %s',
    async (url) => {
      expect((await app.inject({ url })).statusCode).toBe(404)
    },
  )
})
