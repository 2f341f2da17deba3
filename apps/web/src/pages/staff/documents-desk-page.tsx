import type { StaffDocument } from '@rodnik/contract/staff-library'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import {
  DocumentDialog,
  NewDocumentDialog,
  ReplaceDialog,
} from '../../features/staff-library/document-dialogs.tsx'
import type { Section } from '../../features/staff-library/document-fields.tsx'
import { DocumentsTable } from '../../features/staff-library/documents-table.tsx'
import { libraryQuery, useStanding } from '../../features/staff-library/library.queries.ts'
import { useSpeech } from '../../lib/language.tsx'
import { useStaffWords } from '../../lib/staff-words.ts'
import { Page } from '../../ui/page.tsx'
import { Pane } from '../../ui/staff/pane.tsx'
import { StaffFailure } from '../../ui/staff/staff-failure.tsx'
import { StaffLoaded } from '../../ui/staff/staff-loaded.tsx'

type Open = { window: 'new' } | { window: 'edit' | 'replace'; id: string }

/** What everybody downloads, by section. */
export function DocumentsDeskPage() {
  const query = useQuery(libraryQuery)
  return <StaffLoaded query={query}>{(library) => <Desk {...library} />}</StaffLoaded>
}

type Props = { sections: Section[]; documents: StaffDocument[] }

function Desk({ sections, documents }: Props) {
  const { documentsDesk: words, outageDesk } = useStaffWords()
  const { language } = useSpeech()
  const [open, setOpen] = useState<Open | null>(null)
  const standing = useStanding()
  return (
    <Page title={words.title} lead={words.lead}>
      <p className="actions">
        <button type="button" onClick={() => setOpen({ window: 'new' })}>
          {words.add}
        </button>
      </p>
      {standing.error && <StaffFailure error={standing.error} said={outageDesk.refused} />}
      <div className="panes">
        {sections.map(({ code, name }) => {
          const own = documents.filter(({ section }) => section === code)
          return (
            <Pane key={code} title={name[language]} isWhole>
              {own.length === 0 ? (
                <p>{words.none}</p>
              ) : (
                <DocumentsTable
                  label={name[language]}
                  documents={own}
                  isPending={standing.isPending}
                  onEdit={({ id }) => setOpen({ window: 'edit', id })}
                  onReplace={({ id }) => setOpen({ window: 'replace', id })}
                  onStanding={({ id, version, isPublished }) =>
                    standing.mutate({ id, version, isPublished: !isPublished })
                  }
                />
              )}
            </Pane>
          )
        })}
      </div>
      {open && <Window open={open} sections={sections} documents={documents} onClose={() => setOpen(null)} />}
    </Page>
  )
}

function Window({ open, sections, documents, onClose }: Props & { open: Open; onClose: () => void }) {
  if (open.window === 'new') return <NewDocumentDialog sections={sections} onClose={onClose} />
  const document = documents.find(({ id }) => id === open.id)
  if (!document) return null
  if (open.window === 'replace') return <ReplaceDialog document={document} onClose={onClose} />
  return <DocumentDialog key={document.id} document={document} sections={sections} onClose={onClose} />
}
