import { useEffect } from 'react'
import { type Picture, usePicture } from '../../lib/picture.queries.ts'

/** The picture of a form that always asks for one: a new one after every attempt, because each counts once. */
export function useSteadyPicture(): Picture {
  const picture = usePicture()
  const { draw, data, isPending, isError } = picture
  const isMissing = !data && !isPending && !isError
  useEffect(() => {
    if (isMissing) draw()
  })
  return { ...picture, isNeeded: true, afterFailure: draw }
}
