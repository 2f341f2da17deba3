import { downloadDocument } from '@rodnik/contract/library'
import {
  type DocumentVersion,
  downloadDocumentVersion,
  type StaffDocument,
} from '@rodnik/contract/staff-library'
import { addressOf } from '../../lib/ask-once.ts'
import { useSpeech } from '../../lib/language.tsx'
import { useStaffWords } from '../../lib/staff-words.ts'
import { takeFile } from '../../lib/take-file.ts'
import { useDownload } from '../../lib/use-download.ts'
import { FileLink } from '../../ui/file-link.tsx'
import { StaffFailure } from '../../ui/staff/staff-failure.tsx'
import { TableFrame } from '../../ui/staff/table-frame.tsx'

type Actions = {
  isPending: boolean
  onEdit: (document: StaffDocument) => void
  onReplace: (document: StaffDocument) => void
  onStanding: (document: StaffDocument) => void
}

export function DocumentsTable({
  documents,
  label,
  ...actions
}: Actions & { documents: readonly StaffDocument[]; label: string }) {
  const { columns } = useStaffWords().documentsDesk
  return (
    <TableFrame label={label} columns={[columns.title, columns.file, columns.standing, columns.actions]}>
      {documents.map((document) => (
        <Row key={document.id} document={document} {...actions} />
      ))}
    </TableFrame>
  )
}

function Row({ document, isPending, onEdit, onReplace, onStanding }: Actions & { document: StaffDocument }) {
  const { documentsDesk: words } = useStaffWords()
  const { language } = useSpeech()
  const { title, isForm, isPublished } = document
  const name = <span className="sr"> {title[language]}</span>
  return (
    <tr>
      <td>{title[language]}</td>
      <td>
        <Files document={document} />
      </td>
      <td>
        <span className={`tag ${isPublished ? 'ok' : 'quiet-tag'}`}>
          {isPublished ? words.published : words.withdrawn}
        </span>
      </td>
      <td>
        <div className="row-actions">
          <button type="button" className="quiet" onClick={() => onEdit(document)}>
            {words.edit}
            {name}
          </button>
          {!isForm && (
            <button type="button" className="quiet" onClick={() => onReplace(document)}>
              {words.replace}
              {name}
            </button>
          )}
          <button
            type="button"
            className="quiet"
            aria-disabled={isPending}
            onClick={() => !isPending && onStanding(document)}
          >
            {isPublished ? words.withdraw : words.publish}
            {name}
          </button>
        </div>
      </td>
    </tr>
  )
}

function Files({ document }: { document: StaffDocument }) {
  const { documentsDesk: words } = useStaffWords()
  const { id, isForm, isPublished, files } = document
  const { mutate, error } = useDownload()
  const empty = { params: { documentId: id } }
  const [newest, ...older] = files
  const version = (file: DocumentVersion) => {
    const request = { params: { id, number: String(file.number) } }
    return (
      <FileLink
        key={file.number}
        address={addressOf(downloadDocumentVersion, request)}
        onPress={() => mutate(() => takeFile(downloadDocumentVersion, request))}
      >
        {file.name} ({words.version(file.number)})
      </FileLink>
    )
  }
  return (
    <>
      {error && <StaffFailure error={error} />}
      {isForm && isPublished && (
        <FileLink
          address={addressOf(downloadDocument, empty)}
          onPress={() => mutate(() => takeFile(downloadDocument, empty))}
        >
          {words.form}
        </FileLink>
      )}
      {isForm && !isPublished && words.form}
      {newest && version(newest)}
      {older.length > 0 && (
        <details>
          <summary>{words.older}</summary>
          {older.map(version)}
        </details>
      )}
    </>
  )
}
