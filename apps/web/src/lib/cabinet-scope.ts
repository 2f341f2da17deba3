import type { Confirmation, NewSubmission } from '@rodnik/contract/submissions'
import { submitReadings } from '@rodnik/contract/submissions'
import type { QueryKey } from '@tanstack/react-query'
import { createContext, useContext } from 'react'
import { call } from './call.ts'
import type { Intention } from './intention.ts'
import { submissionKey } from './submission.queries.ts'

/** Whose cabinet the meters are shown in: the same table for a guest and for people with accounts of their own. */
export type CabinetScope = {
  /** The page of the cabinet; its confirmations are below it. */
  home: string
  cabinetKey: QueryKey
  submissionKey: (number: string) => QueryKey
  send: (intention: Intention<NewSubmission>) => Promise<Confirmation>
}

export const guestCabinetKey: QueryKey = ['cabinet']

const guestScope: CabinetScope = {
  home: '/cabinet',
  cabinetKey: guestCabinetKey,
  submissionKey,
  send: ({ key, body }) => call(submitReadings, { headers: { 'idempotency-key': key }, body }),
}

const ScopeContext = createContext(guestScope)

export const CabinetScopeProvider = ScopeContext.Provider

export const useCabinetScope = (): CabinetScope => useContext(ScopeContext)
