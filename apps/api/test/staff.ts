import type { StaffRole } from '@rodnik/contract/endpoint'
import { type Api, signedIn } from './api.ts'

/** A member of staff with an open session. */
export const aMember = async (api: Api, roles: StaffRole[], name = 'Анна') =>
  signedIn(api, await api.given.person({ roles, name }))

export const aClerk = (api: Api) => aMember(api, ['clerk'])
