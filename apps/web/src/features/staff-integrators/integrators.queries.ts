import * as rights from '@rodnik/contract/staff-integrator-rights'
import * as contract from '@rodnik/contract/staff-integrators'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../lib/call.ts'
import { headersOf } from '../../lib/intention.ts'

const all = ['staff', 'integrators'] as const

export const integratorsQuery = queryOptions({
  queryKey: [...all, 'list'],
  queryFn: ({ signal }) => call(contract.listIntegrators, {}, signal),
})

export const integratorQuery = (id: string) =>
  queryOptions({
    queryKey: [...all, 'card', id],
    queryFn: ({ signal }) => call(contract.showIntegrator, { params: { id } }, signal),
  })

function useChange<Wish, Answer>(change: (wish: Wish) => Promise<Answer>) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: all }),
    // An answer may hold a secret: it is kept no longer than the window that shows it.
    gcTime: 0,
  })
}

export const useNewIntegrator = () =>
  useChange((body: contract.IntegratorTerms) => call(contract.addIntegrator, { body }))

export const useTermsChange = ({ id, revision }: contract.IntegratorCard) =>
  useChange((terms: contract.IntegratorTerms) =>
    call(contract.changeIntegrator, { params: { id }, body: { ...terms, revision } }),
  )

const switches = { disable: contract.disableIntegrator, enable: contract.enableIntegrator }
export type Switch = keyof typeof switches

export const useSwitch = (id: string, way: Switch) =>
  useChange((reason: string) => call(switches[way], { params: { id }, body: { reason } }))

/** @param key one for the window: pressed again after a broken connection it makes no second secret */
export const useNewSecret = (id: string, key: string) =>
  useChange((until: string | null) =>
    call(rights.issueSecret, { params: { id }, body: { until }, headers: headersOf(key) }),
  )

export const useSecretEnd = (id: string, secretId: string) =>
  useChange((reason: string) => call(rights.endSecret, { params: { id, secretId }, body: { reason } }))

export const useNewGrant = (id: string) =>
  useChange((body: rights.NewGrant) => call(rights.grantAccounts, { params: { id }, body }))

export const useGrantEnd = (id: string, grantId: string) =>
  useChange((reason: string) => call(rights.endGrant, { params: { id, grantId }, body: { reason } }))
