import { drawPictureCode, type HumanForm, type HumanProof } from '@rodnik/contract/human-check'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { Words } from '../locales/ru/index.ts'
import { useAltcha } from './altcha.queries.ts'
import { ApiError, call } from './call.ts'
import { textOf } from './form-text.ts'

/**
 * The picture with digits for one form: nothing until the server asks for it, unless the form always asks; then a
 * new one after every failed attempt, because each answer counts once. Who cannot see it lets the device reckon.
 */
export function usePicture(form: HumanForm, isAlwaysNeeded = false) {
  const [isNeeded, setIsNeeded] = useState(isAlwaysNeeded)
  const device = useAltcha(form)
  const { mutate, reset, data, isPending, isError } = useMutation({
    mutationFn: () => call(drawPictureCode, { body: { form } }),
  })
  const isByDevice = device.isPending || device.isSuccess
  const letDeviceReckon = () => device.mutate()

  const afterFailure = (error: unknown) => {
    if (!(error instanceof ApiError) || !error.problem) return
    const isAsked = error.code.startsWith('picture_code_') || error.problem.isPictureCodeNeeded === true
    if (isAsked) setIsNeeded(true)
    if (!isAsked && !isNeeded) return
    if (isByDevice) letDeviceReckon()
    else mutate()
  }
  const showDigits = () => {
    device.reset()
    mutate()
  }
  const forget = () => {
    setIsNeeded(false)
    reset()
    device.reset()
  }
  /** What goes with the request: empty texts where the person, or the device, has not finished yet. */
  const proofOf = (typed: FormData): HumanProof => {
    if (!isNeeded) return {}
    if (isByDevice) return { altcha: device.data ?? '' }
    return { picture: { id: data?.id ?? '', code: textOf(typed, 'picture') } }
  }
  return {
    isNeeded,
    data,
    isPending,
    isError,
    draw: () => mutate(),
    isByDevice,
    isDeviceDone: device.isSuccess,
    hasDeviceFailed: device.isError,
    letDeviceReckon,
    showDigits,
    afterFailure,
    proofOf,
    forget,
  }
}

export type Picture = ReturnType<typeof usePicture>

/** What to mend in a proof before sending it, in words. */
export function proofFault({ picture, altcha }: HumanProof, { signIn }: Words): string | undefined {
  if (altcha === '') return signIn.faults.device
  return picture?.code === '' ? signIn.faults.picture : undefined
}

/** What to say when the server did not take the proof; a new picture or a new task is on its way by then. */
export const wrongProof = ({ isByDevice }: Picture, { picture }: Words): string =>
  isByDevice ? picture.wornOut : picture.wrong
