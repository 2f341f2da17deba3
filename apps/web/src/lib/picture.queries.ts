import { drawPictureCode } from '@rodnik/contract/guest-sessions'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiError, call } from './call.ts'

/**
 * The picture with digits: nothing until the server asks for it, then a new one after every failed attempt,
 * because each answer counts once.
 */
export function usePicture() {
  const [isNeeded, setIsNeeded] = useState(false)
  const { mutate, reset, data, isPending, isError } = useMutation({
    mutationFn: () => call(drawPictureCode, {}),
  })

  const afterFailure = (error: unknown) => {
    if (!(error instanceof ApiError) || !error.problem) return
    const isAsked = error.code.startsWith('picture_code_') || error.problem.isPictureCodeNeeded === true
    if (isAsked) setIsNeeded(true)
    if (isAsked || isNeeded) mutate()
  }
  const forget = () => {
    setIsNeeded(false)
    reset()
  }
  return { isNeeded, data, isPending, isError, draw: () => mutate(), afterFailure, forget }
}

export type Picture = ReturnType<typeof usePicture>
