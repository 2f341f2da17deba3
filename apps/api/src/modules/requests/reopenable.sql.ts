import { Prisma } from '../../platform/prisma/client.ts'

/** Whether a request `r` was closed lately enough to be opened anew. */
export const IS_REOPENABLE = Prisma.sql`coalesce(r.closed_at > app_now() - interval '30 days', false)`
