import type { AttachmentFacts } from '@rodnik/contract/attachments'
import type { AskerWish, RequestView } from '@rodnik/contract/requests'
import type { Intention } from '../../lib/intention.ts'
import type { Picture } from '../../lib/picture.queries.ts'
import type { UploadScope } from '../../lib/send-upload.ts'

/** How the browser gets a file of the request; by number and code it has no address. */
export type FileSource = (file: AttachmentFacts) => { address?: string; take: () => Promise<void> }

/** The way by which whoever asked says something about a request of theirs. */
export type WishScope = {
  send: (intention: Intention<AskerWish>, data: FormData) => Promise<RequestView>
  onTaken: (request: RequestView) => void
  /** Something happened meanwhile: what is shown is not what is. */
  onStale: (error: Error) => void
  /** Who sends files along; whoever has number and code can only write. */
  uploads?: UploadScope
  files: FileSource
  /** Without signing in the digits of a picture may be asked for. */
  picture?: Picture
}
