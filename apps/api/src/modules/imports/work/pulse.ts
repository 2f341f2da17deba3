import { GivenUp } from './outcome.repo.ts'
import { noteProgress, type Progress, type Task } from './tasks.repo.ts'

const LOOK_MS = 1000
/** Whoever is silent for two minutes is taken for dead: a large workbook keeps this process busy for a while. */
const QUIET_LOOKS = 10

type Client = Parameters<typeof noteProgress>[0]

export type Pulse = {
  /** How far it is. @throws GivenUp when the run is somebody else's by now */
  tell: (progress: Progress) => void
  stop: () => void
}

/** Tells the page and other workers that a run is being worked on: at once when something is new, else now and then. */
export function startPulse(client: Client, task: Task): Pulse {
  let latest: Progress | null = null
  let isNew = false
  let isAsking = false
  let isGivenUp = false
  let quiet = 0
  const beat = async () => {
    if (isAsking || (!isNew && ++quiet < QUIET_LOOKS)) return
    isAsking = true
    isNew = false
    quiet = 0
    try {
      isGivenUp = !(await noteProgress(client, task, latest))
    } catch {
      // The next beat may pass; if none does, another worker takes over, and the end of this one finds that out.
    } finally {
      isAsking = false
    }
  }
  const timer = setInterval(() => void beat(), LOOK_MS)
  return {
    tell: (progress) => {
      if (isGivenUp) throw new GivenUp()
      latest = progress
      isNew = true
    },
    stop: () => clearInterval(timer),
  }
}
