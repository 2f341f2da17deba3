import type { FormTemplate } from '@rodnik/contract/form-template'
import type { FormFacts } from '@rodnik/domain/library/filled-form'
import { inForceOn, ofKind } from '@rodnik/domain/reference/validity'
import type { Actor } from '../../../platform/actor.ts'
import type { Tx } from '../../../platform/db.ts'
import type { Deps } from '../../../platform/deps.ts'
import { accountNumber, addressLine, longDay } from '../../../platform/documents/sheet/format.ts'
import { AppError } from '../../../platform/errors.ts'
import { withoutMarkings } from '../../../platform/without-markings.ts'
import { businessDay, findReferenceRows } from '../../info/index.ts'
import type { DocumentRow } from '../library.repo.ts'
import { publicDocument } from '../public-library.service.ts'
import {
  type FormAccount,
  type FormMeter,
  findAccountOfGuest,
  findAccountOfPerson,
  findMeters,
} from './account-facts.repo.ts'
import type { Form } from './form.ts'

type Needed = Pick<Deps, 'db'>

const NOTHING: FormFacts = {
  account: null,
  address: null,
  holder: null,
  phone: null,
  date: null,
  provider: null,
}

type Known = { facts: Omit<FormFacts, 'date' | 'provider'>; meters: FormMeter[] }

/** @throws reference_missing where nobody has recorded who is written to */
async function formOf(deps: Needed, template: FormTemplate, known: Known | null): Promise<Form> {
  const { today } = await businessDay(deps)
  const rows = (await findReferenceRows(deps.db, 'provider')).map(({ row }) => row)
  const provider = inForceOn(ofKind(rows, 'provider'), today)
  if (!provider) throw new AppError('reference_missing')
  const { name, address } = provider
  return {
    template,
    facts: { ...NOTHING, ...known?.facts, provider: name, ...(known && { date: `${longDay(today)} г.` }) },
    meters: known?.meters ?? [],
    provider: { name, address },
    // A form with nothing of anybody is the same every day.
    day: known ? today : provider.validFrom,
  }
}

/** The form as everybody may have it, to be filled in by hand. */
export const emptyForm = (deps: Needed, template: FormTemplate): Promise<Form> => formOf(deps, template, null)

async function knownOf(tx: Tx, account: FormAccount): Promise<Known> {
  const { accountId, number, address, holder, phone } = account
  return {
    facts: {
      account: accountNumber(number),
      address: inWords(address),
      holder: holder === '' ? null : holder,
      phone: phone === '' ? null : phone,
    },
    meters: await findMeters(tx, accountId),
  }
}

/** A guest's address is what was typed: without a street. */
function inWords({ street, house, flat }: FormAccount['address']): string {
  if (street !== '') return addressLine({ street, house, flat })
  return flat === '' ? `д.\u00a0${house}` : `д.\u00a0${house}, кв.\u00a0${flat}`
}

/** @throws not_found for a document that is withdrawn or no form */
async function templateOf(deps: Needed, documentId: string): Promise<DocumentRow & { form: FormTemplate }> {
  const document = await publicDocument(deps, documentId)
  const { form } = document
  if (form === null) throw new AppError('not_found')
  return { ...document, form }
}

export type FilledForm = { form: Form; document: DocumentRow }

/** @throws not_found without a right to the account, or without such a form */
export async function formOfPerson(
  deps: Needed,
  { userId }: Pick<Actor, 'userId'>,
  { accountId, documentId }: { accountId: string; documentId: string },
): Promise<FilledForm> {
  const account = await findAccountOfPerson(deps.db, { userId, accountId })
  if (!account) throw new AppError('not_found')
  const document = await templateOf(deps, documentId)
  return { document, form: await formOf(deps, document.form, await knownOf(deps.db, account)) }
}

/** @throws sign_in_required when the session has ended; not_found without such a form */
export async function formOfGuest(
  deps: Needed,
  { sessionId, documentId }: { sessionId: string; documentId: string },
): Promise<FilledForm> {
  const account = await findAccountOfGuest(deps.db, sessionId)
  if (!account) throw new AppError('sign_in_required')
  const document = await templateOf(deps, documentId)
  const { facts, meters } = await knownOf(deps.db, account)
  // A whole marking proves an account: the form leaves room to write the rest by hand.
  const known = { facts, meters: withoutMarkings(meters) }
  return { document, form: await formOf(deps, document.form, known) }
}
