import type { HumanForm } from '@rodnik/contract/human-check'
import { useEffect, useRef } from 'react'
import { type Picture, usePicture } from '../../lib/picture.queries.ts'

/** The picture of a form that asks for one every time: it is there when the form is. */
export function useSteadyPicture(form: HumanForm): Picture {
  const picture = usePicture(form, true)
  const { draw } = picture
  const isDrawn = useRef(false)
  useEffect(() => {
    if (isDrawn.current) return
    isDrawn.current = true
    draw()
  }, [draw])
  return picture
}
