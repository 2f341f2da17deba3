import { parseArgs } from 'node:util'
import { showProgress, showReport } from './modules/imports/console-report.ts'
import { importFiles } from './modules/imports/index.ts'

const USAGE = `Usage: pnpm run import FILE… [--dry-run] [--skip-failed] [--replace]

Loads accounts, meters, readings, opening balances and contracts of organisations from CSV or XLSX; the header
tells which. See docs/import.md.
  --dry-run      says what would change and changes nothing
  --skip-failed  loads the good rows of a file although others failed
  --replace      other readings and balances of months that are already recorded take their place
Exit code: 0 all rows are in order, 1 some failed, 2 the import could not be run.
`

/** Runs the command line; the answer is the exit code. */
export async function runImport(args: string[], connectionString: string | undefined): Promise<number> {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        'dry-run': { type: 'boolean', default: false },
        'skip-failed': { type: 'boolean', default: false },
        replace: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    })
    if (values.help || positionals.length === 0) {
      process.stderr.write(USAGE)
      return values.help ? 0 : 2
    }
    if (!connectionString) throw new Error('DATABASE_URL is not set.')
    const reports = await importFiles(connectionString, positionals, {
      isDryRun: values['dry-run'],
      isSkippingFailed: values['skip-failed'],
      isReplacing: values.replace,
      onProgress: showProgress(process.stderr),
      onReport: (report) => process.stdout.write(showReport(report, values['dry-run'])),
    })
    return reports.some((report) => report.failed > 0) ? 1 : 0
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    return 2
  }
}

if (import.meta.main) process.exitCode = await runImport(process.argv.slice(2), process.env['DATABASE_URL'])
