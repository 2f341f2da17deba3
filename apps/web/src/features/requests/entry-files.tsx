import type { AttachmentFacts } from '@rodnik/contract/attachments'
import { useAttachmentsWords } from '../../lib/attachments-words.ts'
import { useSpeech } from '../../lib/language.tsx'
import { useRequestsWords } from '../../lib/requests-words.ts'
import { useDownload } from '../../lib/use-download.ts'
import { FileLink } from '../../ui/file-link.tsx'
import { SaidFailure } from '../../ui/said-failure.tsx'
import type { FileSource } from './wish-scope.ts'
import '../../ui/styles/attachments.css'

type Props = { files: readonly AttachmentFacts[]; source: FileSource }

/** What went with a message, by name and size. */
export function EntryFiles({ files, source }: Props) {
  const words = useAttachmentsWords()
  const { fileRefused } = useRequestsWords()
  const { language } = useSpeech()
  const { mutate, error } = useDownload()
  if (files.length === 0) return null
  return (
    <>
      <ul className="enclosed" aria-label={words.enclosed}>
        {files.map((file) => {
          const { address, take } = source(file)
          return (
            <li key={file.id}>
              <FileLink address={address} onPress={() => mutate(take)}>
                {file.name}
              </FileLink>{' '}
              <span className="attachment-size">{words.size(file.bytes, language)}</span>
            </li>
          )
        })}
      </ul>
      <SaidFailure error={error} said={fileRefused} />
    </>
  )
}
