import { type QuickReading, submitQuickly } from '@rodnik/contract/submissions'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { AppError } from '../../platform/errors.ts'
import { forGuest, type KnownMeter, submitReadings, type WantedReading } from '../readings/index.ts'
import type { EntryLimits } from './entry-limits.ts'
import { knownDeviceId, rememberDevice } from './known-device.ts'
import { proveAccount } from './prove-account.service.ts'

/** The one meter that a row can mean. @throws meter_not_clear naming the row when none or several fit */
export function chooseByDescription(rows: QuickReading[]) {
  return (meters: KnownMeter[]): WantedReading[] => {
    const chosen = rows.map(({ service, serialEnding, valueLitres, confirmed }, index) => {
      const fitting = meters.filter(
        (meter) =>
          meter.isInService &&
          meter.service === service &&
          (serialEnding === undefined || meter.serial.endsWith(serialEnding)),
      )
      const [meter] = fitting
      if (!meter || fitting.length > 1) {
        const reason = meter ? 'several_meters' : 'no_such_meter'
        throw new AppError('meter_not_clear', { fields: { [`readings.${index}.serialEnding`]: reason } })
      }
      return { meter, valueLitres, confirmed }
    })
    if (new Set(chosen.map(({ meter }) => meter.id)).size < chosen.length) {
      throw new AppError('invalid_request', { fields: { readings: 'same_meter_twice' } })
    }
    return chosen
  }
}

export const quickFormRoutes: FastifyPluginAsyncZod<{ entryLimits: EntryLimits }> = async (
  app,
  { entryLimits },
) => {
  const { deps } = app

  app.route({
    ...submitQuickly,
    handler: async (request, reply) => {
      const { picture: _picture, altcha: _altcha, ...body } = request.body
      const account = await proveAccount({ ...deps, entryLimits }, request.body, {
        form: 'quick',
        ip: request.ip,
        deviceId: knownDeviceId(request, body.accountNumber),
      })
      const key = request.headers['idempotency-key']
      const confirmation = await submitReadings(
        deps,
        { owner: { accountId: account.id }, source: 'quick_form', actor: 'quick-form' },
        {
          intention: key === undefined ? undefined : { key, route: 'quick-submissions' },
          body,
          choose: chooseByDescription(body.readings),
        },
      )
      rememberDevice(request, reply, body.accountNumber)
      return reply.code(201).send(forGuest(confirmation))
    },
  })
}
