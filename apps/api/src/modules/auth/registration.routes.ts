import * as contract from '@rodnik/contract/registration'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { strictCookie } from '../../platform/cookies.ts'
import { notBefore } from '../../platform/floor.ts'
import { createLetterLimits } from '../../platform/letter-limits.ts'
import { randomCode } from '../../platform/secrets.ts'
import { activate } from './activation.service.ts'
import { assertHuman } from './gate.service.ts'
import { ACTIVATION_HOURS, emailOf, register } from './registration.service.ts'
import { type Asked, resetPassword, writeActivationAgain, writeReset } from './reset.service.ts'

/** Two to three times what the slowest way took on two cores (pnpm bench timing): hashing, and a few statements. */
const FLOOR_MS = { register: 150, letter: 60 } as const

const ACCEPTED = { accepted: true } as const

const browserCookie = (publicUrl: string) => strictCookie(publicUrl, 'rodnik-registration')

function browserSecretOf(request: FastifyRequest): string | undefined {
  return request.cookies[browserCookie(request.server.deps.env.PUBLIC_URL).name]
}

/** A new secret each time: two people at one computer do not share it. */
function giveBrowserSecret(reply: FastifyReply): string {
  const { name, options } = browserCookie(reply.server.deps.env.PUBLIC_URL)
  const secret = randomCode()
  reply.setCookie(name, secret, { ...options, maxAge: ACTIVATION_HOURS * 3600 })
  return secret
}

const letterRoutes: FastifyPluginAsyncZod = async (app) => {
  const { deps } = app
  const mayWrite = createLetterLimits(deps)

  /** Writes the letter that fits, if any does and the address has not had its letters for now; in one time for all. */
  const answerAlike = (
    { email, language }: contract.LetterRequest,
    ip: string,
    write: (asked: Asked) => Promise<void>,
  ) => {
    const asked = { email: emailOf(email), language }
    return notBefore(FLOOR_MS.letter, async () => {
      if (await mayWrite({ to: asked.email, ip })) await write(asked)
    })
  }

  app.route({
    ...contract.register,
    handler: async (request, reply) => {
      await assertHuman(deps, 'registration', request.body)
      const browserSecret = giveBrowserSecret(reply)
      await notBefore(FLOOR_MS.register, () =>
        register(deps, request.body, { browserSecret, mayWrite: (to) => mayWrite({ to, ip: request.ip }) }),
      )
      return reply.code(202).send(ACCEPTED)
    },
  })

  app.route({
    ...contract.resendActivation,
    handler: async (request, reply) => {
      await assertHuman(deps, 'activation_letter', request.body)
      await answerAlike(request.body, request.ip, (asked) => writeActivationAgain(deps, asked))
      return reply.code(202).send(ACCEPTED)
    },
  })

  app.route({
    ...contract.askForReset,
    handler: async (request, reply) => {
      await assertHuman(deps, 'password_reset', request.body)
      await answerAlike(request.body, request.ip, (asked) => writeReset(deps, asked))
      return reply.code(202).send(ACCEPTED)
    },
  })
}

/** A resident's own way in: registration, activation, a forgotten password. */
export const registrationRoutes: FastifyPluginAsyncZod = async (app) => {
  await app.register(letterRoutes)

  app.route({
    ...contract.activate,
    handler: async (request, reply) => {
      const outcome = await activate(app.deps, request.body, browserSecretOf(request))
      if (outcome !== 'details_needed') {
        const { name, options: cookie } = browserCookie(app.deps.env.PUBLIC_URL)
        reply.clearCookie(name, cookie)
      }
      return { outcome }
    },
  })

  app.route({
    ...contract.resetPassword,
    handler: async (request) => {
      await resetPassword(app.deps, request.body)
      return { changed: true as const }
    },
  })
}
