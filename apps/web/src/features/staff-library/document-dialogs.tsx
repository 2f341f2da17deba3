import type { DocumentFacts, StaffDocument } from '@rodnik/contract/staff-library'
import { type SyntheticEvent, useState } from 'react'
import { useSpeech } from '../../lib/language.tsx'
import { useStaffWords } from '../../lib/staff-words.ts'
import { useFormFaults } from '../../lib/use-form-faults.ts'
import { useSeenVersion } from '../../lib/use-seen-version.ts'
import { ChangedMeanwhile } from '../../ui/staff/changed-meanwhile.tsx'
import { Dialog } from '../../ui/staff/dialog.tsx'
import { DialogActions } from '../../ui/staff/dialog-actions.tsx'
import { StaffFailure } from '../../ui/staff/staff-failure.tsx'
import { DocumentFields, type Section } from './document-fields.tsx'
import { DocumentFileField } from './document-file-field.tsx'
import { useDocumentChange, useFileReplacement, useNewDocument } from './library.queries.ts'
import { typedDocument } from './typed-document.ts'

type Common = { sections: readonly Section[]; onClose: () => void }

export function NewDocumentDialog({ sections, onClose }: Common) {
  const { documentsDesk: words, outageDesk } = useStaffWords()
  const { formRef, faults, showFaults } = useFormFaults()
  const [attachmentId, setAttachmentId] = useState<string | null>(null)
  const { mutate, isPending, error } = useNewDocument()
  const faultsOf = useFaults()

  function onSubmit(event: SyntheticEvent<HTMLFormElement>) {
    event.preventDefault()
    if (isPending) return
    const typed = typedDocument(new FormData(event.currentTarget))
    const missing = attachmentId === null ? { file: words.faults.file } : {}
    if (!showFaults({ ...faultsOf(typed.wrong), ...missing }) || attachmentId === null) return
    mutate({ facts: typed.facts, attachmentId }, { onSuccess: onClose })
  }

  return (
    <Dialog title={words.facts.newTitle} onClose={onClose} isWide>
      <form ref={formRef} onSubmit={onSubmit} noValidate>
        <DocumentFields sections={sections} facts={null} faults={faults} />
        <DocumentFileField fault={faults['file']} onFile={setAttachmentId} />
        {error && <StaffFailure error={error} said={outageDesk.refused} />}
        <DialogActions label={words.facts.publish} isPending={isPending} onClose={onClose} />
      </form>
    </Dialog>
  )
}

/** `document` is what is saved at this moment: a colleague may change it while the window is open. */
export function DocumentDialog({ document, sections, onClose }: Common & { document: StaffDocument }) {
  const { documentsDesk: words, outageDesk } = useStaffWords()
  const { formRef, faults, showFaults } = useFormFaults()
  const { seen, isBehind, accept } = useSeenVersion(document.version)
  const [opened] = useState<DocumentFacts>(document)
  const { mutate, isPending, error, reset } = useDocumentChange(document.id)
  const faultsOf = useFaults()

  function onSubmit(event: SyntheticEvent<HTMLFormElement>) {
    event.preventDefault()
    if (isPending) return
    const { facts, wrong } = typedDocument(new FormData(event.currentTarget))
    if (showFaults(faultsOf(wrong))) mutate({ version: seen, facts }, { onSuccess: onClose })
  }

  return (
    <Dialog title={words.facts.title} onClose={onClose} isWide>
      {isBehind && error && (
        <ChangedMeanwhile
          onAccept={() => {
            accept()
            reset()
          }}
        >
          <InShort document={document} />
        </ChangedMeanwhile>
      )}
      <form ref={formRef} onSubmit={onSubmit} noValidate>
        <DocumentFields sections={sections} facts={opened} faults={faults} />
        {error && !isBehind && <StaffFailure error={error} said={outageDesk.refused} />}
        <DialogActions label={words.facts.save} isPending={isPending} onClose={onClose} />
      </form>
    </Dialog>
  )
}

function InShort({ document: { title, description } }: { document: StaffDocument }) {
  const { language } = useSpeech()
  return (
    <p>
      <b>{title[language]}</b> {description[language]}
    </p>
  )
}

export function ReplaceDialog({ document, onClose }: { document: StaffDocument; onClose: () => void }) {
  const { documentsDesk: words, outageDesk } = useStaffWords()
  const { formRef, faults, showFaults } = useFormFaults()
  const [attachmentId, setAttachmentId] = useState<string | null>(null)
  const { mutate, isPending, error } = useFileReplacement(document.id)

  function onSubmit(event: SyntheticEvent<HTMLFormElement>) {
    event.preventDefault()
    const isThere = showFaults(attachmentId === null ? { file: words.faults.file } : {})
    if (isPending || !isThere || attachmentId === null) return
    mutate({ version: document.version, attachmentId }, { onSuccess: onClose })
  }

  return (
    <Dialog title={words.file.replaceTitle} onClose={onClose}>
      <p>{words.file.replaceText}</p>
      <form ref={formRef} onSubmit={onSubmit} noValidate>
        <DocumentFileField fault={faults['file']} onFile={setAttachmentId} />
        {error && <StaffFailure error={error} said={outageDesk.refused} />}
        <DialogActions label={words.replace} isPending={isPending} onClose={onClose} />
      </form>
    </Dialog>
  )
}

function useFaults() {
  const { faults } = useStaffWords().documentsDesk
  return (wrong: readonly ('titleRu' | 'titleEn' | 'position')[]): Record<string, string> =>
    Object.fromEntries(wrong.map((field) => [field, field === 'position' ? faults.position : faults.title]))
}
