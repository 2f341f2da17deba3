import type { AltchaChallenge } from '@rodnik/contract/human-check'
import { solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2'

// A thread of its own, so that the page stays alive; null says that the time ran out.
globalThis.addEventListener('message', ({ data }: MessageEvent<AltchaChallenge>) => {
  void solveChallenge({ challenge: data, deriveKey }).then((solution) =>
    globalThis.postMessage(solution, { transfer: [] }),
  )
})
