import { type PasswordContext, passwordFaults } from '@rodnik/domain/people/password-rules'
import { commonPasswords } from '../../platform/common-passwords.ts'
import { AppError } from '../../platform/errors.ts'

/** @throws password_refused naming the first reason (ASVS 6.2.1, 6.2.4, 6.2.11) */
export async function assertGoodPassword(
  password: string,
  context: Omit<PasswordContext, 'isCommon'>,
): Promise<void> {
  const [fault] = passwordFaults(password, { ...context, isCommon: await commonPasswords() })
  if (fault) throw new AppError('password_refused', { fields: { password: fault } })
}
