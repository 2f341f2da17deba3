import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useAccountsWords } from '../../lib/accounts-words.ts'
import { ApiError } from '../../lib/call.ts'
import { useSpeech } from '../../lib/language.tsx'
import { usePicture, wrongProof } from '../../lib/picture.queries.ts'
import { useSite } from '../../lib/site.queries.ts'
import { useGuardedForm } from '../../lib/use-guarded-form.ts'
import { AccountNumberField } from '../../ui/account-number-field.tsx'
import { Choice } from '../../ui/choice.tsx'
import { PictureField } from '../../ui/picture-field.tsx'
import { SaidFailure } from '../../ui/said-failure.tsx'
import { type Way, WayFields } from './link-fields.tsx'
import { useLinkAccount } from './my-accounts.queries.ts'
import { linkFaults, typedLink } from './typed-link.ts'

/** The meter first: it hangs on the wall, while a receipt has to be found. */
const WAYS: readonly Way[] = ['meter', 'receipt_code', 'bill_amount', 'esia_name']

const isAboutPicture = (error: Error) => error instanceof ApiError && error.code.startsWith('picture_code_')

/** An account number and what shows that it is one's own. */
export function LinkForm() {
  const { words } = useSpeech()
  const accounts = useAccountsWords()
  const { link: say } = accounts
  const site = useSite()
  const navigate = useNavigate()
  const [way, setWay] = useState<Way>('meter')
  const link = useLinkAccount()
  const picture = usePicture('linking')
  const { formRef, faults, onSubmit } = useGuardedForm({
    mutation: link,
    picture,
    bodyOf: (data, proof) => typedLink(way, data, proof),
    faultsOf: (body) => linkFaults(body, site?.accountPrefix, { words, accounts }),
    refusedAt: (error) => (isAboutPicture(error) ? { picture: wrongProof(picture, words) } : {}),
    onDone: ({ id }) => void navigate(`/my/accounts/${id}`, { replace: true }),
  })

  return (
    <form className="card narrow" ref={formRef} onSubmit={onSubmit} noValidate aria-label={say.title}>
      <LinkRefusal
        link={link}
        onReceiptCode={way === 'receipt_code' ? undefined : () => setWay('receipt_code')}
      />
      <AccountNumberField fault={faults['accountNumber']} />
      <WayChoice way={way} onChoose={setWay} />
      <WayFields way={way} faults={faults} />
      {picture.isNeeded && <PictureField picture={picture} fault={faults['picture']} />}
      <p className="hint">{say.told}</p>
      <button className="wide" aria-disabled={link.isPending}>
        {link.isPending ? say.sending : say.send}
      </button>
    </form>
  )
}

type RefusalProps = {
  link: ReturnType<typeof useLinkAccount>
  /** Where another way may still lead on. */
  onReceiptCode: (() => void) | undefined
}

/**
 * The server does not tell an unknown number from a wrong proof, nor from an account of somebody else: whoever tries
 * numbers would learn too much. So the words name every cause that the tried way can have, and the next step.
 */
function LinkRefusal({ link: { error, variables }, onReceiptCode }: RefusalProps) {
  const { link: say } = useAccountsWords()
  const { title, text, toReceiptCode } = say.refused
  const isRefused = error instanceof ApiError && error.code === 'link_refused'
  return (
    <>
      <SaidFailure
        error={error}
        said={{
          link_refused: { title, text: text[variables?.proof.kind ?? 'meter'] },
          too_many_accounts: say.tooMany,
        }}
        atField="picture_code_"
      />
      {isRefused && onReceiptCode && (
        <button type="button" className="quiet" onClick={onReceiptCode}>
          {toReceiptCode}
        </button>
      )}
    </>
  )
}

function WayChoice({ way, onChoose }: { way: Way; onChoose: (way: Way) => void }) {
  const { link: say } = useAccountsWords()
  return (
    <fieldset>
      <legend>{say.how}</legend>
      {WAYS.map((one) => (
        <Choice
          key={one}
          type="radio"
          name="way"
          label={say.ways[one]}
          hint={say.wayHints[one]}
          checked={one === way}
          onChange={() => onChoose(one)}
        />
      ))}
    </fieldset>
  )
}
