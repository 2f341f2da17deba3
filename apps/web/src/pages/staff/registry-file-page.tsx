import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import { DifferencesPane, FaultsPane, FileFacts } from '../../features/staff-registries/file-panes.tsx'
import { fileQuery } from '../../features/staff-registries/registries.queries.ts'
import { useStaffWords } from '../../lib/staff-words.ts'
import { Page } from '../../ui/page.tsx'
import { StaffLoaded } from '../../ui/staff/staff-loaded.tsx'

export function RegistryFilePage() {
  const { id = '' } = useParams()
  const { registries: words } = useStaffWords()
  return (
    <StaffLoaded query={useQuery(fileQuery(id))}>
      {({ file, bank, faults, differences }) => (
        <Page title={words.title}>
          <p className="head">
            <Link to="/staff/registries">{words.file.back}</Link>
          </p>
          <div className="panes">
            {faults.length > 0 && <FaultsPane faults={faults} faultCount={file.faultCount} />}
            {differences.length > 0 && <DifferencesPane differences={differences} />}
            <FileFacts file={file} bank={bank} />
          </div>
        </Page>
      )}
    </StaffLoaded>
  )
}
