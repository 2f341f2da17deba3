import { checkSubmission, showSubmission } from '@rodnik/contract/submissions'
import { queryOptions } from '@tanstack/react-query'
import { call } from './call.ts'

export const submissionKey = (number: string) => ['submission', number]

export const submissionQuery = (number: string) =>
  queryOptions({
    queryKey: submissionKey(number),
    queryFn: ({ signal }) => call(showSubmission, { params: { number } }, signal),
  })

export const checkQuery = (code: string) =>
  queryOptions({
    queryKey: ['check', code],
    queryFn: ({ signal }) => call(checkSubmission, { params: { code } }, signal),
  })
