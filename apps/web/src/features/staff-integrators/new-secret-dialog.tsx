import type { IntegratorCard } from '@rodnik/contract/staff-integrators'
import { useState } from 'react'
import { textOf } from '../../lib/form-text.ts'
import { newKey } from '../../lib/new-key.ts'
import { useStaffWords } from '../../lib/staff-words.ts'
import { Field } from '../../ui/field.tsx'
import { FormDialog } from './form-dialog.tsx'
import { useNewSecret } from './integrators.queries.ts'
import { LostWindow, SecretWindow } from './secret-window.tsx'

type Props = { integrator: IntegratorCard; onClose: () => void }

/** Asks until when, then shows the secret, once. */
export function NewSecretDialog({ integrator, onClose }: Props) {
  const { secrets: words } = useStaffWords().integrators
  const [key] = useState(newKey)
  const issuing = useNewSecret(integrator.id, key)
  if (issuing.data) {
    const { secret } = issuing.data
    if (secret === null) return <LostWindow key="lost" onClose={onClose} />
    return <SecretWindow key="secret" integrator={integrator} secret={secret} onClose={onClose} />
  }
  return (
    <FormDialog
      key="form"
      title={`${words.issue}: ${integrator.name}`}
      send={words.issue}
      read={(data) => textOf(data, 'until') || null}
      faultsOf={() => ({})}
      sending={issuing}
      refused={words.refused}
      onClose={onClose}
    >
      {() => <Field label={words.last} hint={words.lastHint} name="until" type="date" />}
    </FormDialog>
  )
}
