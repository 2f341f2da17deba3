import { runReferenceLoad } from '@rodnik/api/load-reference'
import { inRoot } from '../root.ts'
import { applyMigrations } from './schema-engine.ts'

/** The city's tariffs, norms, rates and rules: REFERENCE_DIR, else those of Chelyabinsk. */
const folder = () => process.env['REFERENCE_DIR'] || inRoot('prisma/reference/chelyabinsk')

/**
 * Applies the migrations that a database lacks, then loads the reference data.
 * @returns what changed, in words
 */
export async function bringUpToDate(connectionString: string): Promise<string[]> {
  const applied = await applyMigrations(connectionString)
  const loaded = await runReferenceLoad(folder(), connectionString)
  return [...(applied.length > 0 ? [`Applied migrations: ${applied.join(', ')}`] : []), ...loaded]
}
