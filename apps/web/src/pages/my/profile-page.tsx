import type { Profile } from '@rodnik/contract/profile'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { Link } from 'react-router'
import { ContactsForm } from '../../features/profile/contacts-form.tsx'
import { ConsentsPane, ExportsPane } from '../../features/profile/data-panes.tsx'
import { DeletePane } from '../../features/profile/delete-pane.tsx'
import { EmailPane } from '../../features/profile/email-pane.tsx'
import { GosuslugiPane, PasswordPane } from '../../features/profile/entrance-panes.tsx'
import { profileQuery } from '../../features/profile/profile.queries.ts'
import { SessionsPane } from '../../features/profile/sessions-pane.tsx'
import { arrive } from '../../lib/arrival.ts'
import { useProfileWords } from '../../lib/profile-words.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { Page } from '../../ui/page.tsx'
import '../../ui/styles/accounts.css'
import '../../ui/styles/entrance.css'

export function ProfilePage() {
  const [isDeleted, setIsDeleted] = useState(false)
  return isDeleted ? <Deleted /> : <OwnProfile onDeleted={() => setIsDeleted(true)} />
}

function Deleted() {
  const { remove } = useProfileWords()
  useEffect(arrive, [])
  return (
    <Page title={remove.done.title} lead={remove.done.text}>
      <Link className="button" to="/">
        {remove.home}
      </Link>
    </Page>
  )
}

type Props = { onDeleted: () => void }

function OwnProfile({ onDeleted }: Props) {
  const query = useQuery(profileQuery)
  return <Loaded query={query}>{(profile) => <ProfileView profile={profile} onDeleted={onDeleted} />}</Loaded>
}

function ProfileView({ profile, onDeleted }: Props & { profile: Profile }) {
  const { title } = useProfileWords()
  return (
    <Page title={title}>
      {profile.kind === 'resident' ? (
        <ResidentPanes profile={profile} onDeleted={onDeleted} />
      ) : (
        <OrganisationPanes profile={profile} />
      )}
    </Page>
  )
}

function ResidentPanes({ profile, onDeleted }: Props & { profile: Profile }) {
  return (
    <div className="two-columns">
      <div className="panes">
        <ContactsForm profile={profile} />
        <EmailPane profile={profile} />
        <PasswordPane profile={profile} />
        <GosuslugiPane profile={profile} />
      </div>
      <div className="panes">
        <SessionsPane />
        <ExportsPane />
        <ConsentsPane profile={profile} />
        <DeletePane profile={profile} onDeleted={onDeleted} />
      </div>
    </div>
  )
}

/** What an organisation is, the office records; its people change their password and look where they are signed in. */
function OrganisationPanes({ profile }: { profile: Profile }) {
  const { contacts } = useProfileWords()
  return (
    <div className="panes">
      <p>
        {contacts.login}: <b>{profile.login}</b>. {contacts.organisation}
      </p>
      <PasswordPane profile={profile} />
      <SessionsPane />
    </div>
  )
}
