import { type RefObject, useEffect, useReducer, useRef } from 'react'
import type { UploadScope } from '../../lib/send-upload.ts'
import { changed, isUnsettled, NO_ATTACHMENTS, newItem, type Phase, withRoom } from './attachment-item.ts'
import { discardAttachment, type Sending, sendAttachment } from './send-attachment.ts'

type Job = Sending & { stop: () => void }

export type Attachments = ReturnType<typeof useAttachments>

/**
 * The files that go with a message: they are sent one after the other as soon as they are chosen, while the person
 * writes. The message is given `ids`, once nothing is `isUnsettled`.
 */
export function useAttachments(scope: UploadScope) {
  const [list, change] = useReducer(changed, NO_ATTACHMENTS)
  const jobs = useRef(new Map<string, Job>())
  const last = useRef(Promise.resolve())
  const count = useRef(0)

  useStopAtEnd(jobs)

  const run = (key: string) => {
    const report = (phase: Phase) => change({ kind: 'phase', key, phase })
    report({ kind: 'queued' })
    last.current = last.current.then(() => {
      const job = jobs.current.get(key)
      return job && sendAttachment(job, report)
    })
  }

  const add = (chosen: readonly File[]) => {
    const { fitting, left } = withRoom(list.items, chosen)
    const items = fitting.map((file) => {
      count.current += 1
      const item = newItem(String(count.current), file)
      jobs.current.set(item.key, newJob({ scope, name: item.name, file }))
      return item
    })
    change({ kind: 'add', items, left })
    for (const { key } of items) run(key)
  }

  const remove = (key: string) => {
    const job = jobs.current.get(key)
    jobs.current.delete(key)
    change({ kind: 'remove', key })
    if (!job) return
    job.stop()
    discardAttachment(job)
  }

  /** The message has them: the next one begins without. */
  const clear = () => {
    jobs.current.clear()
    change({ kind: 'clear' })
  }

  return {
    ...list,
    add,
    remove,
    clear,
    retry: run,
    isUnsettled: list.items.some(isUnsettled),
    ids: list.items.flatMap(({ phase }) => (phase.kind === 'done' ? [phase.facts.id] : [])),
  }
}

/** Whoever leaves the page sends nothing more. */
function useStopAtEnd(jobs: RefObject<Map<string, Job>>) {
  useEffect(() => {
    const { current } = jobs
    return () => {
      for (const { stop } of current.values()) stop()
    }
  }, [jobs])
}

function newJob(sending: Omit<Sending, 'signal'>): Job {
  const controller = new AbortController()
  return { ...sending, signal: controller.signal, stop: () => controller.abort() }
}
