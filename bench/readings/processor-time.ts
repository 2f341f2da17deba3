import { existsSync, globSync, readFileSync } from 'node:fs'

/** Processor time per submission, in microseconds, of each part. It hardly changes when others load the machine. */
export type Cost = { serverMicros: number; databaseMicros: number; clientMicros: number }

export type Parts = { serverPid: number | undefined; databasePid: number; clientPid: number | undefined }

// Linux counts processor time for user space in hundredths of a second, whatever the kernel's own clock.
const TICK_MICROS = 10_000

type Times = { parentPid: number; own: number; ofEndedChildren: number }

function timesOf(pid: number | 'self'): Times {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ').map(Number) ?? []
    const [parentPid = 0, user = 0, system = 0, childUser = 0, childSystem = 0] = [1, 11, 12, 13, 14].map(
      (i) => fields[i],
    )
    return { parentPid, own: user + system, ofEndedChildren: childUser + childSystem }
  } catch {
    return { parentPid: 0, own: 0, ofEndedChildren: 0 }
  }
}

function withChildren(pid: number): number {
  const processes = globSync('/proc/[0-9]*').map((path) => timesOf(Number(path.slice('/proc/'.length))))
  const living = processes.filter(({ parentPid }) => parentPid === pid)
  const { own, ofEndedChildren } = timesOf(pid)
  return living.reduce((sum, child) => sum + child.own, own + ofEndedChildren)
}

const measure = ({ serverPid, databasePid, clientPid }: Parts) => ({
  server: serverPid === undefined ? 0 : timesOf(serverPid).own,
  database: withChildren(databasePid),
  // A client that is not there before and after is a child of ours that has ended meanwhile.
  client: clientPid === undefined ? timesOf('self').ofEndedChildren : timesOf(clientPid).own,
})

/** Runs the work and tells what it cost. Undefined on systems without /proc. */
export async function withCost<T extends { count: number }>(
  parts: Parts,
  work: () => Promise<T>,
): Promise<T & { cost: Cost | undefined }> {
  if (!existsSync('/proc/self/stat')) return { ...(await work()), cost: undefined }
  const before = measure(parts)
  const result = await work()
  const after = measure(parts)
  const perOne = (part: keyof typeof before) => ((after[part] - before[part]) * TICK_MICROS) / result.count
  return {
    ...result,
    cost: {
      serverMicros: perOne('server'),
      databaseMicros: perOne('database'),
      clientMicros: perOne('client'),
    },
  }
}
