import type { RegisterExport, RegisterName, RegisterWish } from '@rodnik/contract/registers'
import * as contract from '@rodnik/contract/registers'
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../lib/call.ts'
import type { RegisterFilter } from './register-fields.ts'

type Language = 'ru' | 'en'
export type Register = { register: RegisterName; filter: RegisterFilter; language: Language }

const LISTS = { accounts: contract.listAccountsRegister, meters: contract.listMetersRegister }

export const registerQuery = ({ register, filter, language }: Register) =>
  infiniteQueryOptions({
    queryKey: ['staff', 'register', register, filter, language],
    queryFn: ({ pageParam, signal }) => {
      const querystring = { ...filter, language, ...(pageParam !== null && { cursor: pageParam }) }
      return call(LISTS[register], { querystring }, signal)
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  })

const savedKey = (register: RegisterName) => ['staff', 'saved-filters', register] as const

export const savedFiltersQuery = (register: RegisterName) =>
  queryOptions({
    queryKey: savedKey(register),
    queryFn: ({ signal }) => call(contract.listSavedFilters, { querystring: { register } }, signal),
  })

/** The pair is of one register: the form is made of its fields. */
const wishOf = (register: RegisterName, filter: RegisterFilter) => ({ register, filter }) as RegisterWish

export function useFilterSaving({ register, filter }: Register) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (name: string) =>
      call(contract.saveFilter, { body: { name, wish: wishOf(register, filter) } }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: savedKey(register) }),
  })
}

export function useFilterDeletion(register: RegisterName) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => call(contract.deleteSavedFilter, { params: { id } }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: savedKey(register) }),
  })
}

const filesKey = ['staff', 'register-exports'] as const
const LOOK_MS = 1000

const isBeingMade = ({ state }: RegisterExport) => state === 'being_made'

/** While a file is being made it is looked at every second. */
export const filesQuery = queryOptions({
  queryKey: filesKey,
  queryFn: ({ signal }) => call(contract.listRegisterExports, {}, signal),
  refetchInterval: ({ state }) => (state.data?.exports.some(isBeingMade) ? LOOK_MS : false),
})

export function useFileWish({ register, filter, language }: Register) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (format: RegisterExport['format']) =>
      call(contract.askForRegisterExport, { body: { format, language, wish: wishOf(register, filter) } }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: filesKey }),
  })
}
