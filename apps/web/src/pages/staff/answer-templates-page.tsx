import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { RequestsMenu } from '../../features/staff-requests/requests-menu.tsx'
import { TemplateDialog } from '../../features/staff-requests/template-dialog.tsx'
import { templatesQuery } from '../../features/staff-requests/templates.queries.ts'
import { TemplatesTable } from '../../features/staff-requests/templates-table.tsx'
import { useHasRole } from '../../lib/staff-roles.ts'
import { useStaffWords } from '../../lib/staff-words.ts'
import { Page } from '../../ui/page.tsx'
import { StaffLoaded } from '../../ui/staff/staff-loaded.tsx'

/** Answers that are given often, kept for all. */
export function AnswerTemplatesPage() {
  const { answerTemplates: words } = useStaffWords()
  const mayChange = useHasRole(['operator', 'clerk', 'administrator'])
  const [isAdding, setIsAdding] = useState(false)
  return (
    <StaffLoaded query={useQuery(templatesQuery)}>
      {({ templates }) => (
        <Page title={words.title} lead={words.lead}>
          <RequestsMenu />
          {mayChange && (
            <p className="head">
              <button type="button" onClick={() => setIsAdding(true)}>
                {words.add}
              </button>
            </p>
          )}
          {templates.length === 0 ? (
            <p>{words.none}</p>
          ) : (
            <TemplatesTable templates={templates} mayChange={mayChange} />
          )}
          {isAdding && <TemplateDialog onClose={() => setIsAdding(false)} />}
        </Page>
      )}
    </StaffLoaded>
  )
}
