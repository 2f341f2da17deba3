import { DocumentKind, type OrganisationKind } from '@rodnik/contract/organisations'
import { requiredDocuments } from '@rodnik/domain/organisations/documents'
import { useState } from 'react'
import { useStaffWords } from '../../lib/staff-words.ts'

type Props = { kind: OrganisationKind; faults: Record<string, string> }

/** Papers that the kind must show come first; one of a group is enough. */
export function DocumentsChecklist({ kind, faults }: Props) {
  const { form: words } = useStaffWords().organisations
  const groups = requiredDocuments[kind]
  const required = new Set(groups.flat())
  const others = DocumentKind.options.filter((document) => !required.has(document))
  return (
    <fieldset aria-describedby="documents-hint">
      <legend>{words.documents}</legend>
      <p className="hint" id="documents-hint">
        {words.documentsHint}
      </p>
      {groups.map((group) => (
        <div key={group.join()}>
          {group.length > 1 && <p className="hint">{words.eitherOr}</p>}
          {group.map((document, place) => (
            <Shown
              key={document}
              document={document}
              fault={place === 0 ? faults[`documents.${document}`] : undefined}
            />
          ))}
        </div>
      ))}
      {others.map((document) => (
        <Shown key={document} document={document} note={words.optional} />
      ))}
    </fieldset>
  )
}

type ShownProps = { document: DocumentKind; note?: string; fault?: string | undefined }

function Shown({ document, note, fault }: ShownProps) {
  const { form: words, documents } = useStaffWords().organisations
  const [isShown, setShown] = useState(false)
  const faultId = `fault-${document}`
  return (
    <div className="shown-document">
      <label className="tick">
        <input
          type="checkbox"
          name={`document.${document}`}
          checked={isShown}
          onChange={({ target }) => setShown(target.checked)}
          aria-invalid={fault && !isShown ? true : undefined}
          aria-describedby={fault && !isShown ? faultId : undefined}
        />
        <span>
          {documents[document]}
          {note && <span className="unknown"> ({note})</span>}
        </span>
      </label>
      {fault && !isShown && (
        <p className="fault" id={faultId}>
          {fault}
        </p>
      )}
      {isShown && (
        <input
          name={`reference.${document}`}
          aria-label={words.reference(documents[document])}
          placeholder="№"
          maxLength={200}
          autoComplete="off"
        />
      )}
    </div>
  )
}
