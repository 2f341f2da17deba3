import { Prisma } from '../../../platform/prisma/client.ts'

/** «улица Свободы, 12-45», as it stands on the register; of premises `p`. */
export const addressLine = Prisma.sql`
  p.street || ', ' || p.house || CASE WHEN p.flat = '' THEN '' ELSE '-' || p.flat END`
