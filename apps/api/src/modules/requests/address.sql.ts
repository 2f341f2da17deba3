import { Prisma } from '../../platform/prisma/client.ts'

/** «улица Свободы, 12-45» of premises `p`, as the register writes it. */
export const ADDRESS = Prisma.sql`concat_ws('-', p.street || ', ' || p.house, nullif(p.flat, ''))`
