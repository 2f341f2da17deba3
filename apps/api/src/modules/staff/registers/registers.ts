import type { RegisterName } from '@rodnik/contract/registers'
import type { Register } from '../../../platform/register.ts'
import { accountsRegister } from './accounts-register.repo.ts'
import { metersRegister } from './meters-register.repo.ts'

/** All registers of the console. */
const REGISTERS = { accounts: accountsRegister, meters: metersRegister }

/** The filter is of the same register: the contract has checked the pair. */
export const registerOf = (name: RegisterName): Register => REGISTERS[name] as unknown as Register
