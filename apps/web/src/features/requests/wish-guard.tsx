import { ApiError } from '../../lib/call.ts'
import { useSpeech } from '../../lib/language.tsx'
import { type Picture, wrongProof } from '../../lib/picture.queries.ts'
import { useRequestsWords } from '../../lib/requests-words.ts'
import { PictureField } from '../../ui/picture-field.tsx'
import { SaidFailure } from '../../ui/said-failure.tsx'
import { isStale, type Wishing } from './use-wish.ts'

/** Why a wish was not taken, and the picture where one is asked for. */
export function WishGuard({ wishing, picture }: { wishing: Wishing; picture: Picture | undefined }) {
  const { words } = useSpeech()
  const say = useRequestsWords()
  const { error, asksForPicture } = wishing
  const isWrong = error instanceof ApiError && error.code === 'picture_code_wrong'
  return (
    <>
      <SaidFailure error={isStale(error) ? null : error} said={say.refused} atField="picture_code_" />
      {picture && asksForPicture && (
        <PictureField
          picture={picture}
          why={say.track.pictureWhy}
          fault={isWrong ? wrongProof(picture, words) : undefined}
        />
      )}
    </>
  )
}
