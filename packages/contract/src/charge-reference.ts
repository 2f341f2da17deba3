import * as z from 'zod/mini'
import type { Endpoint } from './endpoint.ts'
import { Period } from './primitives.ts'
import { ReferenceRow } from './reference.ts'

export const showChargeReference = {
  method: 'GET',
  url: '/charge-reference/:period',
  config: { access: 'public' },
  schema: {
    summary: 'Everything a month is charged by: the prices, norms, coefficients and rules that hold in it',
    tags: ['public'],
    params: z.object({ period: Period }),
    response: { 200: z.object({ period: Period, rows: z.array(ReferenceRow) }) },
  },
} as const satisfies Endpoint
