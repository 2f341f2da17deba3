import { useInfiniteQuery } from '@tanstack/react-query'
import { DebtsPane } from '../../features/staff-registries/debts-pane.tsx'
import { FilesTable } from '../../features/staff-registries/files-table.tsx'
import { filesQuery } from '../../features/staff-registries/registries.queries.ts'
import { RegistriesMenu } from '../../features/staff-registries/registries-menu.tsx'
import { UploadPane } from '../../features/staff-registries/upload-pane.tsx'
import { useStaffWords } from '../../lib/staff-words.ts'
import { Page } from '../../ui/page.tsx'
import { FoundList } from '../../ui/staff/found-list.tsx'
import { Pane } from '../../ui/staff/pane.tsx'

/** Files of payments from banks, and files of debts for them. */
export function RegistriesPage() {
  const { registries: words } = useStaffWords()
  const found = useInfiniteQuery(filesQuery)
  const profiles = found.data?.pages[0]?.profiles ?? []
  return (
    <Page title={words.title} lead={words.lead}>
      <RegistriesMenu />
      <div className="panes">
        <UploadPane profiles={profiles} />
        <Pane title={words.files.title} isWhole>
          <FoundList
            query={found}
            itemsOf={({ files }) => files}
            none={words.files.none}
            more={words.files.more}
          >
            {(files) => <FilesTable files={files} profiles={profiles} />}
          </FoundList>
        </Pane>
        <DebtsPane profiles={profiles} />
      </div>
    </Page>
  )
}
