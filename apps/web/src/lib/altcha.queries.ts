import { type AltchaChallenge, type HumanForm, issueAltchaChallenge } from '@rodnik/contract/human-check'
import { useMutation } from '@tanstack/react-query'
import { call } from './call.ts'

/** The work done by the device in place of reading digits: a few seconds, off the page's own thread. */
export function useAltcha(form: HumanForm) {
  return useMutation({
    mutationFn: async () => {
      const challenge = await call(issueAltchaChallenge, { body: { form } })
      return btoa(JSON.stringify({ challenge, solution: await solve(challenge) }))
    },
  })
}

function solve(challenge: AltchaChallenge): Promise<unknown> {
  const worker = new Worker(new URL('./altcha-worker.ts', import.meta.url), { type: 'module' })
  return new Promise((resolve, reject) => {
    const fail = () => reject(new Error('The device has not solved the challenge'))
    worker.addEventListener('error', fail)
    worker.addEventListener('message', ({ data }: MessageEvent<unknown>) => (data ? resolve(data) : fail()))
    worker.postMessage(challenge, [])
  }).finally(() => worker.terminate())
}
