import type { RefObject } from 'react'
import { ApiError } from '../../lib/call.ts'
import { useSpeech } from '../../lib/language.tsx'
import { type Picture, wrongProof } from '../../lib/picture.queries.ts'
import { useVisitsWords } from '../../lib/visits-words.ts'
import { PictureField } from '../../ui/picture-field.tsx'

type Props = {
  picture: Picture | undefined
  error: Error | null
  formRef: RefObject<HTMLFormElement | null>
  /** Nothing can be shown before it is answered. */
  onShow?: () => void
}

export const asksForPicture = (error: Error | null): boolean =>
  error instanceof ApiError && error.code.startsWith('picture_code_')

/** Said at the picture, where there is one. */
export const atPicture = ({ picture }: { picture?: Picture }) => (picture ? { atField: 'picture_code_' } : {})

/** The digits of a picture, after failed tries from the same network; nothing otherwise. */
export function VisitGuard({ picture, error, formRef, onShow }: Props) {
  const { words } = useSpeech()
  const { guard } = useVisitsWords()
  if (!picture?.isNeeded) return null
  const isWrong = error instanceof ApiError && error.code === 'picture_code_wrong'
  return (
    <form
      ref={formRef}
      onSubmit={(event) => {
        event.preventDefault()
        onShow?.()
      }}
      noValidate
    >
      <PictureField
        picture={picture}
        why={guard.why}
        fault={isWrong ? wrongProof(picture, words) : undefined}
      />
      {onShow && <button>{guard.show}</button>}
    </form>
  )
}
