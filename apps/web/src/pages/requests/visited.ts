import type { RequestKindName } from '@rodnik/contract/request-kinds/index'

const VISITED: ReadonlySet<RequestKindName> = new Set(['sealing', 'inspector_call', 'meter_replacement'])

/** Whether an inspector comes for it. */
export const isVisited = (kind: RequestKindName): boolean => VISITED.has(kind)
