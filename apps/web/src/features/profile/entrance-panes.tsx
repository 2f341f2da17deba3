import type { Profile } from '@rodnik/contract/profile'
import { Link } from 'react-router'
import { useProfileWords } from '../../lib/profile-words.ts'
import { SaidFailure } from '../../ui/said-failure.tsx'
import { useUnlinkGosuslugi } from './profile.queries.ts'
import { useLinkGosuslugi } from './sessions.queries.ts'

export function PasswordPane({ profile }: { profile: Profile }) {
  const { password: say } = useProfileWords()
  return (
    <section className="card narrow" aria-labelledby="password">
      <h2 id="password">{say.title}</h2>
      {!profile.hasPassword && <p>{say.none}</p>}
      <Link className="button quiet" to={profile.hasPassword ? '/password' : '/forgot'}>
        {profile.hasPassword ? say.change : say.set}
      </Link>
    </section>
  )
}

/** Gosuslugi is linked from within the profile; unlinked only where a password remains. */
export function GosuslugiPane({ profile }: { profile: Profile }) {
  const { gosuslugi: say } = useProfileWords()
  const link = useLinkGosuslugi()
  const unlink = useUnlinkGosuslugi()
  const isGoing = link.isPending || link.isSuccess
  return (
    <section className="card narrow" aria-labelledby="gosuslugi">
      <h2 id="gosuslugi">{say.title}</h2>
      <p>{profile.gosuslugiName === null ? say.notLinked : say.linked(profile.gosuslugiName)}</p>
      <SaidFailure
        error={link.error ?? unlink.error}
        said={{
          esia_off: { title: say.title, text: say.off },
          password_needed: { title: say.title, text: say.needsPassword },
        }}
      />
      {profile.gosuslugiName === null && (
        <button
          type="button"
          className="quiet"
          aria-disabled={isGoing}
          onClick={() => !isGoing && link.mutate()}
        >
          {isGoing ? say.linking : say.link}
        </button>
      )}
      {profile.gosuslugiName !== null && !profile.hasPassword && <p className="hint">{say.needsPassword}</p>}
      {profile.gosuslugiName !== null && profile.hasPassword && (
        <button
          type="button"
          className="quiet"
          aria-disabled={unlink.isPending}
          onClick={() => !unlink.isPending && unlink.mutate()}
        >
          {say.unlink}
        </button>
      )}
    </section>
  )
}
