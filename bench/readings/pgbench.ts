import { existsSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { cabinetOfSession, writeSubmission } from '@rodnik/api/modules/readings/cabinet.sql'
import { outcomeOf, spawnProgram } from '../../scripts/run/programs.ts'
import { meterIdSql, sessionIdSql } from './city.sql.ts'
import { DRAFT } from './draft.ts'
import { type Round, toRound } from './figures.ts'

type Load = { url: string; accounts: number; connections: number; seconds: number; period: string }

/** The program of the system; npm's PostgreSQL brings none. */
export function findPgbench(): string | undefined {
  const folders = [
    ...(process.env['PATH'] ?? '').split(delimiter),
    ...globSync('/usr/lib/postgresql/*/bin').toSorted().toReversed(),
  ]
  return folders.map((folder) => join(folder, 'pgbench')).find((file) => existsSync(file))
}

/** Puts SQL in place of $1, $2 …; a colon before a word would be a variable of pgbench, even within quotes. */
const bound = (text: string, values: string[]) =>
  text
    .replaceAll(/\$(\d+)/g, (_, i: string) => values[Number(i) - 1] ?? 'NULL')
    .replaceAll(':MI:SS', '":"MI":"SS')

/**
 * The two statements as a script. The first has a row for each meter and pgbench keeps the last; both meters
 * of a flat get their readings together, so their revisions are the same. Each client has flats of its own:
 * pgbench gives a client up when two collide.
 */
function script({ accounts, connections }: Load): string {
  const key = `(:n::text || '-' || :r::text)`
  const session = sessionIdSql(':n')
  const written = [
    [':zone', ':opens', ':closes', ':accountId', ':opens', ':source', 'substr(md5(:r::text), 1, 22)'],
    [':now', ':today', `ARRAY[${meterIdSql(0, ':n')}, ${meterIdSql(1, ':n')}]`],
    ['ARRAY[:revision::int + 1, :revision::int + 1]', 'ARRAY[:value::int, :value::int]', ':used'],
    [':rollovers', ':states', ':reasons', ':route', key, `decode(md5(:r::text) || md5(:r::text), 'hex')`],
    [':draft', ':actor'],
  ].flat()
  return [
    `\\set n random(0, ${Math.floor(accounts / connections) - 1}) * ${connections} + :client_id`,
    '\\set r random(1, 1000000000000000)',
    '\\set value random(100000, 110000)',
    `${bound(cabinetOfSession.text, [session, key, ':route'])} \\aset`,
    `${bound(writeSubmission.text, written)};`,
  ].join('\n')
}

const variables = (period: string): Record<string, string> => ({
  zone: 'Asia/Yekaterinburg',
  opens: `${period}-01`,
  closes: '2999-01-01',
  today: `${period}-01`,
  source: 'accountless',
  used: '{3000,3000}',
  rollovers: '{false,false}',
  states: '{accepted,accepted}',
  reasons: '{NULL,NULL}',
  route: 'submissions',
  draft: DRAFT,
  actor: 'guest:bench',
})

/** One round of pgbench with prepared statements and two threads. */
export async function runPgbench(program: string, load: Load): Promise<Round> {
  const folder = mkdtempSync(join(tmpdir(), 'rodnik-pgbench-'))
  try {
    const file = join(folder, 'submission.sql')
    writeFileSync(file, script(load))
    const url = new URL(load.url)
    const definitions = Object.entries(variables(load.period)).flatMap(([name, value]) => [
      '-D',
      `${name}=${value}`,
    ])
    const child = spawnProgram(
      program,
      [
        `-n -M prepared -c ${load.connections} -j 2 -T ${load.seconds}`.split(' '),
        ['-f', file, '-l', '--log-prefix', join(folder, 'log'), ...definitions],
        ['-h', url.hostname, '-p', url.port, '-U', url.username, url.pathname.slice(1)],
      ].flat(),
      { stdio: 'pipe', env: { PGPASSWORD: url.password } },
    )
    const { exitCode, output } = await outcomeOf(child)
    if (exitCode !== 0) throw new Error(`pgbench failed:\n${output.slice(0, 3000)}`)
    return toRound(latenciesIn(folder), load.seconds)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A line a transaction: client, its number, microseconds, … */
function latenciesIn(folder: string): number[] {
  return globSync(join(folder, 'log.*')).flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => Number(line.split(' ')[2]) / 1000),
  )
}
