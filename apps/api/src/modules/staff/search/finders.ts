import type { Finder } from '../../../platform/finder.ts'
import { appointmentFinder } from '../../appointments/index.ts'
import { requestFinder } from '../../requests/index.ts'
import { accountFinder } from './find-accounts.service.ts'
import { meterFinder } from './find-meters.repo.ts'
import { organisationFinder } from './find-organisations.repo.ts'
import { paymentFinder } from './find-payments.repo.ts'
import { personFinder } from './find-people.repo.ts'
import { submissionFinder } from './find-submissions.repo.ts'

/** All that the search of the console finds, in the order in which it is shown. */
export const FINDERS: readonly Finder[] = [
  accountFinder,
  meterFinder,
  submissionFinder,
  paymentFinder,
  requestFinder,
  appointmentFinder,
  organisationFinder,
  personFinder,
]
