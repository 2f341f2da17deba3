import { button, type Frame, facts, harmless, shortened, type Templates, text } from '../draft.ts'
import { appointmentLettersEn } from './appointments.ts'
import { meterLettersEn } from './meters.ts'
import { paymentLettersEn } from './payments.ts'
import { readingLettersEn } from './readings.ts'
import { requestLettersEn } from './requests.ts'

export const frameEn: Frame = {
  language: 'en',
  greeting: 'Hello,',
  orOpen: 'If the button does not work, open this link:',
  signature: ({ organisationName, cityName }) =>
    `${organisationName}, water supply and drainage, ${cityName}`,
  contact: ({ phone }) =>
    `This letter was sent automatically, please do not answer it. Questions: call ${phone}.`,
}

const RIGHTS = { submit: 'send readings', pay: 'pay' } as const

type Right = keyof typeof RIGHTS

/** What the person is asked for: a letter about money that asks for none would be taken for a fraud. */
function invitedTo(rights: Right[]): string {
  const [readings, payment] = [rights.includes('submit'), rights.includes('pay')]
  if (readings && payment) return 'You are asked to help with water readings and payment'
  if (readings) return 'You are asked to help with water meter readings'
  return payment ? 'You are asked to help with paying for water' : 'You are asked to help watch water meters'
}

const NOT_ME = 'If it was not you, call us at the number in this letter.'
const PROFILE = 'You got this letter because this address is in your profile.'

export const templatesEn: Templates = {
  activation: (_data, { door, lifetime }) => ({
    subject: 'Activate your account',
    blocks: [
      text('You have registered. One step is left: confirm that this e-mail address is yours.'),
      button('Activate the account', door('/activate')),
      text(`The link works for ${lifetime}, once.`),
    ],
    why: 'You got this letter because this address was given at registration. If it was not you, do nothing: no account appears until the button is pressed.',
  }),
  already_registered: (_data, { page }) => ({
    subject: 'You already have an account',
    blocks: [
      text(
        'Somebody, perhaps you, registered with this e-mail address. There is an account with it already.',
      ),
      button('Sign in', page('/login')),
      text('If you do not remember the password, press “Forgot the password?” on the sign-in page.'),
    ],
    why: 'You got this letter because this address was given at registration. If it was not you, do nothing: nothing has changed in your account.',
  }),
  password_reset: (_data, { door, lifetime }) => ({
    subject: 'Set a new password',
    blocks: [
      text('You asked to restore access to your account. Press the button and choose a new password.'),
      button('Set a new password', door('/reset')),
      text(`The link works for ${lifetime}, once.`),
    ],
    why: 'You got this letter because a new password was asked for with this address. If it was not you, do nothing: the old password works.',
  }),
  visit_office: (_data, { sender }) => ({
    subject: 'A new password for an organisation is issued in the office',
    blocks: [
      text('Somebody asked for a new password for the account of your organisation.'),
      text(
        'Organisations and sole traders get it in person: come to our office with the organisation’s documents and a passport.',
      ),
      text(`Call ${sender.phone} for the opening hours and the list of documents.`),
    ],
    why: 'You got this letter because this is the address of your organisation. If you did not ask, do nothing: the password has not changed.',
  }),
  password_changed: ({ at }, { moment, page }) => ({
    subject: 'Your password was changed',
    blocks: [
      text(`The password of your account was changed on ${moment(at)}.`),
      text('If it was not you, set a new password at once.'),
      button('Set a new password', page('/forgot')),
    ],
    why: PROFILE,
  }),
  email_new: ({ newEmail }, { door, lifetime }) => ({
    subject: 'Confirm the new e-mail address',
    blocks: [
      text(`A new e-mail address was given in a profile: ${newEmail}. Confirm that it is yours.`),
      button('Confirm the address', door('/confirm-email')),
      text(
        `The link works for ${lifetime}. The former address has to agree too: a letter like this went there.`,
      ),
    ],
    why: 'You got this letter because this address was given in a profile. If it was not you, do nothing.',
  }),
  email_old: ({ newEmail }, { door, lifetime }) => ({
    subject: 'Agree to the new e-mail address',
    blocks: [
      text(`Your profile asks to replace this e-mail address with ${newEmail}.`),
      button('Agree to the new address', door('/confirm-email')),
      text(`The link works for ${lifetime}. Without your consent the address stays.`),
    ],
    why: `${PROFILE} If you did not ask for this, do not press the button, and change your password.`,
  }),
  email_changed: ({ newEmail }) => ({
    subject: 'Your e-mail address was changed',
    blocks: [text(`From now on you sign in with ${newEmail}, and letters go there.`)],
    why: `${PROFILE} ${NOT_ME}`,
  }),
  account_linked: ({ accountNumber, at }, { moment, page }) => ({
    subject: 'Your water account was added to another profile',
    blocks: [
      text('One more person has added your water account to their profile.'),
      facts(['Account', shortened(accountNumber)], ['When', moment(at)]),
      text('If it is somebody of your family, do nothing. If not, call us.'),
      button('Open the profile', page('/profile')),
    ],
    why: PROFILE,
  }),
  account_unlinked: ({ accountNumber }, { page }) => ({
    subject: 'An account was removed from your cabinet',
    blocks: [
      text('Our office has removed an account from your cabinet: by the papers it is not yours.'),
      facts(['Account', shortened(accountNumber)]),
      text('If this is a mistake, come to the office with your passport and the papers of your home.'),
      button('Open the cabinet', page('/my')),
    ],
    why: PROFILE,
  }),
  helper_invitation: ({ inviterName, accountNumber, rights, until }, { door, day, lifetime }) => ({
    subject: invitedTo(rights),
    blocks: [
      text(`${harmless(inviterName)} invites you to help with a water account.`),
      facts(
        ['Account', shortened(accountNumber)],
        ['You will be able to', ['look', ...rights.map((right) => RIGHTS[right])].join(', ')],
        ['Until', until ? `${day(until)}, that day included` : 'the owner ends it'],
      ),
      button('See the invitation', door('/invitation')),
      text(`The invitation waits for ${lifetime}.`),
    ],
    why: 'You got this letter because the person who asks for help gave this address. If you do not know them, do nothing.',
  }),
  helper_joined: ({ accountNumber, helperName }, { page }) => ({
    subject: 'Your invitation was accepted',
    blocks: [
      text(`${harmless(helperName)} now helps you with the account ${shortened(accountNumber)}.`),
      text('You can end this at any time in your profile.'),
      button('Open the profile', page('/profile')),
    ],
    why: PROFILE,
  }),
  guest_entry: ({ accountNumber, at }, { moment, page }) => ({
    subject: 'Your water account was opened without registration',
    blocks: [
      text(
        'Somebody entered with the account number, house and flat. That is how people enter without registering.',
      ),
      facts(['Account', shortened(accountNumber)], ['When', moment(at)]),
      text(
        'If it was you or your family, do nothing. If not, sign in, open this account and switch off the entry without registration.',
      ),
      button('Sign in', page('/login')),
    ],
    why: PROFILE,
  }),
  credentials_issued: ({ organisationName, login, at }, { moment, page }) => ({
    subject: 'Login and password of your organisation were issued',
    blocks: [
      text('A login and a one-time password were issued in our office.'),
      facts(['Organisation', harmless(organisationName)], ['Login', login], ['When', moment(at)]),
      text(
        'The password is printed on the sheet given to your representative. Change it at the first entry.',
      ),
      button('Sign in', page('/business')),
    ],
    why: `You got this letter because this is the address of your organisation. ${NOT_ME}`,
  }),
  credentials_reissued: ({ organisationName, login, at }, { moment, page }) => ({
    subject: 'A new password was issued for your organisation',
    blocks: [
      text('A new one-time password was issued in our office. The login is the same.'),
      facts(['Organisation', harmless(organisationName)], ['Login', login], ['When', moment(at)]),
      text('The old password no longer works, and whoever was signed in with it has been signed out.'),
      text(
        'The new password is printed on the sheet given to your representative. Change it at the first entry.',
      ),
      button('Sign in', page('/business')),
    ],
    why: `You got this letter because this is the address of your organisation. ${NOT_ME}`,
  }),
  second_factor_changed: ({ at }, { moment }) => ({
    subject: 'The second step of signing in was changed',
    blocks: [text(`The app with codes for your account was changed on ${moment(at)}.`)],
    why: `${PROFILE} ${NOT_ME}`,
  }),
  recovery_code_used: ({ at, left }, { moment }) => ({
    subject: 'A recovery code was used',
    blocks: [
      text(`Somebody signed in to your account with a recovery code on ${moment(at)}.`),
      facts(['Recovery codes left', String(left)]),
    ],
    why: `${PROFILE} ${NOT_ME}`,
  }),
  esia_linked: ({ at }, { moment, page }) => ({
    subject: 'Gosuslugi was connected',
    blocks: [
      text(`Signing in through Gosuslugi was connected to your account on ${moment(at)}.`),
      button('Open the profile', page('/profile')),
    ],
    why: `${PROFILE} ${NOT_ME}`,
  }),
  profile_deleted: ({ at }, { moment }) => ({
    subject: 'Your profile was deleted',
    blocks: [
      text(`Your profile was deleted on ${moment(at)}. Your name, e-mail address and phone are erased.`),
      text('The water account, its readings and payments stay: water cannot be billed without them.'),
    ],
    why: `This is the last letter to this address. ${NOT_ME}`,
  }),
  export_ready: (_data, { page }) => ({
    subject: 'Your data is ready',
    blocks: [
      text('We have made a file with your data. You can download it in your profile.'),
      button('Open the profile', page('/profile')),
    ],
    why: `${PROFILE} ${NOT_ME}`,
  }),
  ...paymentLettersEn,
  ...readingLettersEn,
  ...meterLettersEn,
  ...requestLettersEn,
  ...appointmentLettersEn,
}
