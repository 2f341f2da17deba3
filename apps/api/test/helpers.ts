import type { Api } from './api.ts'
import { anOwner, aResident, type Resident, tokenFor } from './people.ts'

type Owner = Awaited<ReturnType<typeof anOwner>>
export const RIGHTS = { canSubmit: true, canPay: false }

/** An owner invites somebody by e-mail. */
export const invite = (
  { post, account }: Pick<Owner, 'post' | 'account'>,
  email: string,
  facts: object = {},
) => post(`/my/accounts/${account.id}/helpers`, { email, ...RIGHTS, ...facts })

export const accept = ({ post }: Pick<Resident, 'post'>, token: string) =>
  post('/invitations/accept', { token })

/** An owner and somebody they have invited. */
export async function anInvited(api: Api, facts: object = {}) {
  const owner = await anOwner(api, { name: 'Анна' })
  const helper = await aResident(api, { name: 'Пётр' })
  const invited = await invite(owner, helper.email, facts)
  return {
    owner,
    helper,
    invitationId: invited.json().id as string,
    token: await tokenFor(api, helper.email, 'helper_invitation'),
  }
}

/** An owner and somebody who has accepted to help. */
export async function aHelper(api: Api, facts: object = {}) {
  const { owner, helper, token } = await anInvited(api, facts)
  await accept(helper, token)
  const link = await api.db.accountLink.findFirstOrThrow({ where: { userId: helper.id, endedAt: null } })
  return { owner, helper, linkId: link.id }
}
