import { plural } from '../../../lib/plural.ts'
import type { StaffWords } from '../../ru/staff/index.ts'

export const people = {
  noName: 'No name',
  kinds: { resident: 'resident', organisation: 'organisation', staff: 'staff' },
  facts: {
    title: 'Profile',
    kind: 'Who it is',
    email: 'E-mail',
    login: 'Login',
    phone: 'Phone',
    since: 'With us since',
    state: 'Sign-in',
    open: 'open',
    closedSince: (day: string) => `closed since ${day}`,
    sessions: 'Signed in now',
    devices: (count: number) =>
      count === 0 ? 'nowhere' : `${count} ${plural('en', count, ['device', 'devices'])}`,
  },
  accounts: {
    title: 'Accounts',
    none: 'No accounts',
    roles: { owner: 'owner', helper: 'helper', organisation: 'organisation' },
  },
  actions: {
    disable: { button: 'Close the profile', text: 'The person cannot sign in, open sessions end at once.' },
    enable: { button: 'Open the profile', text: 'The person can sign in again.' },
    signOut: { button: 'End all sessions', text: 'Every device will ask to sign in again.' },
  },
  reason: {
    label: 'Reason',
    hint: 'A request, a call, a decision: the log will show it',
    fault: 'Write the reason',
  },
  members: {
    title: 'Staff',
    columns: {
      name: 'Name',
      email: 'E-mail',
      roles: 'Roles',
      factor: 'Second factor',
      seen: 'Last seen',
      actions: 'Actions',
    },
    hasFactor: 'set up',
    noFactor: 'not set up',
    never: 'never signed in',
    disabled: 'disabled',
    add: 'Add a member of staff',
    name: 'Full name',
    email: 'Work e-mail',
    roles: 'Roles',
    faults: { name: 'Type the name', email: 'Type the e-mail', roles: 'Choose one role at least' },
    refused: {
      email_in_use: 'This e-mail is in use.',
      invalid_request: 'Check the e-mail.',
      last_administrator: 'This is the last administrator: appoint another one first.',
    },
    save: 'Save',
    changeRoles: 'Roles',
    disable: 'Disable',
    enable: 'Enable',
    resetFactor: 'Reset the second factor',
    resetPassword: 'New password',
    texts: {
      disable: 'The member is out at once and cannot sign in.',
      enable: 'The member can sign in again.',
      resetFactor:
        'In person only, by a document. Sessions end, the next entry sets up an authenticator anew.',
      resetPassword: 'In person only, by a document. Sessions end, the old password works no more.',
    },
    password: {
      title: 'One-time password',
      text: (until: string) =>
        `Hand it over in person. It works once, until ${until}; the first entry asks for one of their own. It is not shown again.`,
      close: 'Handed over',
    },
    list: 'Members of staff and their rights',
  },
} satisfies StaffWords['people']
