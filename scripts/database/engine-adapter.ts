import { PrismaPg } from '@prisma/adapter-pg'
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  DriverAdapterError,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils'
import { DatabaseError, Pool, type QueryArrayConfig } from 'pg'

/**
 * The schema engine's way to a database. `@prisma/adapter-pg` does not know PostgreSQL's internal type
 * "char", in which the catalogue keeps its kinds, and without it no database can be described.
 * So the pool presents it as text with a marked name, and the adapter's answer turns the mark into the type.
 * @param migrations the scripts of all migrations, by which the engine's own scripts are told from them
 */
export function engineAdapter(connectionString: string, migrations: Set<string>) {
  const pool = markingPool(connectionString)
  const factory = new PrismaPg(pool)
  const adapter: SqlMigrationAwareDriverAdapterFactory = {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => {
      const connection = await factory.connect()
      const queryRaw = connection.queryRaw.bind(connection)
      connection.queryRaw = async (query) => unmark(await queryRaw(query))
      connection.executeScript = (script) =>
        runScript(pool, migrations.has(script) ? `${script};${COMPLETION}` : script)
      return connection
    },
    connectToShadowDb: () => Promise.reject(new Error('Scratch databases are made by the caller.')),
  }
  // The engine never closes its connections; a pool of ours can be ended.
  return { adapter: bindMigrationAwareSqlAdapterFactory(adapter), end: () => pool.end() }
}

/**
 * Sent whole, so that PostgreSQL makes it one transaction (the adapter's own way cuts it at every semicolon,
 * inside function bodies too). A migration's mark of completion goes along: whatever kills the process,
 * a migration is either applied and marked, or neither.
 */
async function runScript(pool: Pool, script: string): Promise<void> {
  try {
    await pool.query(script)
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error
    const { message, code = '', severity = 'ERROR', detail, column, hint } = error
    throw new DriverAdapterError({ kind: 'postgres', code, severity, message, detail, column, hint })
  }
}

const COMPLETION =
  'UPDATE _prisma_migrations SET finished_at = now(), applied_steps_count = 1 WHERE finished_at IS NULL AND rolled_back_at IS NULL'

const INTERNAL_CHAR = 18
const TEXT = 25
const MARK = '\u0000char'

function markingPool(connectionString: string): Pool {
  const pool = new Pool({ connectionString })
  const query = pool.query.bind(pool)
  const marked = async (config: QueryArrayConfig) => {
    const result = await query(config)
    // A script of several statements answers with several results.
    for (const field of [result].flat().flatMap(({ fields }) => fields)) {
      if (field.dataTypeID === INTERNAL_CHAR)
        Object.assign(field, { dataTypeID: TEXT, name: field.name + MARK })
    }
    return result
  }
  return Object.assign(pool, { query: marked })
}

type Rows = Awaited<
  ReturnType<Awaited<ReturnType<SqlMigrationAwareDriverAdapterFactory['connect']>>['queryRaw']>
>

function unmark(result: Rows): Rows {
  return {
    ...result,
    columnNames: result.columnNames.map((name) => name.replace(MARK, '')),
    columnTypes: result.columnTypes.map((type, i) =>
      result.columnNames[i]?.endsWith(MARK) ? ColumnTypeEnum.Character : type,
    ),
  }
}
