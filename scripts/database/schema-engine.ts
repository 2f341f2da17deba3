import { globSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, resolve } from 'node:path'
import type { MigrationList, SchemaEngine, SchemasContainer } from '@prisma/schema-engine-wasm'
import { installJobs } from '@rodnik/api/platform/jobs'
import { inRoot } from '../root.ts'
import { withClient } from './client.ts'
import { engineAdapter } from './engine-adapter.ts'

const require = createRequire(import.meta.url)

const migrationsFolder = inRoot('prisma/migrations')
const filters = { externalTables: [], externalEnums: [] }

/**
 * Applies the migrations that a database lacks, then those of pg-boss. Instances starting together take turns.
 * @returns names of the migrations just applied, oldest first
 * @throws when a migration fails, with PostgreSQL's message; nothing of that migration stays
 */
export function applyMigrations(connectionString: string): Promise<string[]> {
  return withClient(connectionString, async (client) => {
    await client.query(`SELECT pg_advisory_lock(hashtext('rodnik migrations'))`)
    const applied = await withEngine(connectionString, async (engine) => {
      const migrationsList = migrations()
      const history = await engine.diagnoseMigrationHistory({
        migrationsList,
        optInToShadowDatabase: false,
        filters,
      })
      // A start killed in the middle: a migration is one transaction, so nothing of it is there.
      for (const migrationName of history.failedMigrationNames) {
        await engine.markMigrationRolledBack({ migrationName })
      }
      const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters })
      return appliedMigrationNames
    })
    await installJobs(connectionString)
    return applied
  })
}

/**
 * What a database lacks to be as the schema files say, as SQL; empty when nothing.
 * On a scratch database with all migrations applied that is what the migrations lack.
 */
export function missingSql(connectionString: string): Promise<string> {
  return withEngine(connectionString, async (engine) => {
    const { stdout } = await engine.diff({
      from: { tag: 'schemaDatasource', ...schema(), configDir: migrationsFolder },
      to: { tag: 'schemaDatamodel', ...schema() },
      script: true,
      exitCode: null,
      filters,
    })
    const sql = (stdout ?? '').trim()
    return sql === '-- This is an empty migration.' ? '' : `${sql}\n`
  })
}

async function withEngine<T>(
  connectionString: string,
  work: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  const { SchemaEngine } = await loadEngine()
  const scripts = new Set(migrationFiles().map((file) => readFileSync(file, 'utf8')))
  const { adapter, end } = engineAdapter(connectionString, scripts)
  const datamodels = schema().files.map(({ path, content }): [string, string] => [path, content])
  const engine = await SchemaEngine.new({ datamodels }, () => {}, adapter)
  try {
    return await work(engine)
  } finally {
    engine.free()
    await end()
  }
}

/** Instantiates the WASM by hand: importing it as a module works too, with a warning at each start. */
async function instantiateEngine() {
  // Where the engine says why it gave up; without it only "unreachable" is seen.
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: console.error } })
  const glue = await import('@prisma/schema-engine-wasm/schema_engine_bg')
  const file = join(dirname(require.resolve('@prisma/schema-engine-wasm')), 'schema_engine_bg.wasm')
  const { instance } = await WebAssembly.instantiate(readFileSync(file), {
    './schema_engine_bg.js': { ...glue },
  })
  glue['__wbg_set_wasm'](instance.exports)
  const start = instance.exports['__wbindgen_start']
  if (typeof start === 'function') start()
  return glue
}

let engineModule: ReturnType<typeof instantiateEngine> | undefined

/** One instance only: the glue code keeps views of its memory. */
const loadEngine = () => (engineModule ??= instantiateEngine())

function schema(): SchemasContainer {
  const files = globSync(inRoot('prisma/schema/*.prisma')).toSorted()
  return { files: files.map((path) => ({ path, content: readFileSync(path, 'utf8') })) }
}

const migrationFiles = () => globSync(resolve(migrationsFolder, '*/migration.sql')).toSorted()

function migrations(): MigrationList {
  return {
    baseDir: migrationsFolder,
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: migrationFiles().map((file) => ({
      path: basename(dirname(file)),
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok', value: readFileSync(file, 'utf8') },
      },
    })),
  }
}
