import type { HumanForm, HumanProof } from '@rodnik/contract/human-check'
import type { Deps } from '../../platform/deps.ts'
import { spendAltcha } from './altcha.service.ts'
import { spendPictureCode } from './picture-codes.service.ts'

/** Whether the proof was made for this form and is right. It is used up either way. */
export async function passHumanCheck(
  deps: Pick<Deps, 'env' | 'db'>,
  form: HumanForm,
  { picture, altcha }: HumanProof,
): Promise<boolean> {
  if (picture) return spendPictureCode(deps, form, picture)
  return altcha !== undefined && spendAltcha(deps, form, altcha)
}
