import type { Profile } from '@rodnik/contract/profile'
import type { SyntheticEvent } from 'react'
import { Link } from 'react-router'
import { typedIn } from '../../lib/form-text.ts'
import { useProfileWords } from '../../lib/profile-words.ts'
import { SaidFailure } from '../../ui/said-failure.tsx'
import { isAtField, OwnPassword, profileFaults } from './own-password.tsx'
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
  return (
    <section className="card narrow" aria-labelledby="gosuslugi">
      <h2 id="gosuslugi">{say.title}</h2>
      <p>{profile.gosuslugiName === null ? say.notLinked : say.linked(profile.gosuslugiName)}</p>
      {profile.gosuslugiName === null ? <LinkForm profile={profile} /> : <Unlink profile={profile} />}
    </section>
  )
}

/** Another key to the profile: whoever has a password is asked for it, so that a session left open is not enough. */
function LinkForm({ profile }: { profile: Profile }) {
  const words = useProfileWords()
  const { gosuslugi: say } = words
  const link = useLinkGosuslugi()
  const isGoing = link.isPending || link.isSuccess
  function onSubmit(event: SyntheticEvent<HTMLFormElement>) {
    event.preventDefault()
    if (!isGoing) link.mutate(typedIn(new FormData(event.currentTarget), 'password'))
  }
  return (
    <form onSubmit={onSubmit} noValidate aria-label={say.link}>
      {!isAtField(link.error) && (
        <SaidFailure error={link.error} said={{ esia_off: { title: say.title, text: say.off } }} />
      )}
      {profile.hasPassword && (
        <OwnPassword label={say.password} fault={profileFaults(link.error, words)['password']} />
      )}
      <button className="quiet" aria-disabled={isGoing}>
        {isGoing ? say.linking : say.link}
      </button>
    </form>
  )
}

function Unlink({ profile }: { profile: Profile }) {
  const { gosuslugi: say } = useProfileWords()
  const unlink = useUnlinkGosuslugi()
  if (!profile.hasPassword) return <p className="hint">{say.needsPassword}</p>
  return (
    <>
      <SaidFailure
        error={unlink.error}
        said={{ password_needed: { title: say.title, text: say.needsPassword } }}
      />
      <button
        type="button"
        className="quiet"
        aria-disabled={unlink.isPending}
        onClick={() => !unlink.isPending && unlink.mutate()}
      >
        {say.unlink}
      </button>
    </>
  )
}
