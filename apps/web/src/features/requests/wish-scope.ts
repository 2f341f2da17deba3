import type { AskerWish, RequestView } from '@rodnik/contract/requests'
import type { Intention } from '../../lib/intention.ts'
import type { Picture } from '../../lib/picture.queries.ts'

/** The way by which whoever asked says something about a request of theirs. */
export type WishScope = {
  send: (intention: Intention<AskerWish>, data: FormData) => Promise<RequestView>
  onTaken: (request: RequestView) => void
  /** Something happened meanwhile: what is shown is not what is. */
  onStale: (error: Error) => void
  /** Without signing in the digits of a picture may be asked for. */
  picture?: Picture
}
