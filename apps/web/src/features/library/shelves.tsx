import type { LibraryDocument, LibraryShelf } from '@rodnik/contract/library'
import { useId } from 'react'
import { ApiError } from '../../lib/call.ts'
import { useSpeech } from '../../lib/language.tsx'
import { useLibraryWords } from '../../lib/library-words.ts'
import { useDownload } from '../../lib/use-download.ts'
import { FileLink } from '../../ui/file-link.tsx'
import { Notice } from '../../ui/notice.tsx'
import '../../ui/styles/accounts.css'
import '../../ui/styles/notices.css'

/** How a document is come by: where it lies, and what asks for it. */
export type Source = { address: string; take: () => Promise<void> }

type Props = {
  shelves: readonly LibraryShelf[]
  sourceOf: (document: LibraryDocument) => Source
}

/** Documents by section, each with its way to download it. */
export function Shelves({ shelves, sourceOf }: Props) {
  const { mutate, error } = useDownload()
  return (
    <div className="library">
      {error && <Refusal error={error} />}
      {shelves.map((shelf) => (
        <Shelf
          key={shelf.code}
          shelf={shelf}
          sourceOf={sourceOf}
          onTake={(document) => mutate(sourceOf(document).take)}
        />
      ))}
    </div>
  )
}

function Refusal({ error }: { error: Error }) {
  const words = useLibraryWords()
  const code = error instanceof ApiError ? error.code : undefined
  const said: Partial<Record<string, string>> = { not_found: words.gone, too_many_attempts: words.tooOften }
  return <Notice kind="stop" title={said[code ?? ''] ?? words.failed} isUrgent />
}

type ShelfProps = {
  shelf: LibraryShelf
  sourceOf: Props['sourceOf']
  onTake: (document: LibraryDocument) => void
}

function Shelf({ shelf, sourceOf, onTake }: ShelfProps) {
  const { language } = useSpeech()
  const id = useId()
  return (
    <section className="card" aria-labelledby={id}>
      <h2 id={id}>{shelf.name[language]}</h2>
      <ul className="rows">
        {shelf.documents.map((document) => (
          <Entry
            key={document.id}
            document={document}
            address={sourceOf(document).address}
            onTake={() => onTake(document)}
          />
        ))}
      </ul>
    </section>
  )
}

type EntryProps = { document: LibraryDocument; address: string; onTake: () => void }

function Entry({ document, address, onTake }: EntryProps) {
  const words = useLibraryWords()
  const { language, format } = useSpeech()
  const { title, description, validFrom } = document
  return (
    <li>
      <h3>{title[language]}</h3>
      {description[language] !== '' && <p>{description[language]}</p>}
      <p className="document-actions">
        <FileLink address={address} onPress={onTake}>
          {words.take}
          <span className="sr"> {title[language]}</span>
        </FileLink>
        <span className="hint">{useKind(document)}</span>
        {validFrom !== null && <span className="hint">{words.validFrom(format.date(validFrom))}</span>}
      </p>
    </li>
  )
}

const MEGABYTE = 1024 * 1024

/** «бланк, PDF»; «Word, 0,2 МБ». */
function useKind({ isForm, type, bytes }: LibraryDocument): string {
  const words = useLibraryWords()
  const { language } = useSpeech()
  if (isForm || bytes === null) return words.form
  const locale = language === 'ru' ? 'ru-RU' : 'en-GB'
  const size = new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: 'megabyte',
    maximumFractionDigits: 1,
    minimumFractionDigits: 1,
  }).format(Math.max(0.1, bytes / MEGABYTE))
  return `${words.types[type]}, ${size}`
}
