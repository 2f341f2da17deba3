import type { StaffWords } from '../../ru/staff/index.ts'

export const entry = {
  login: {
    title: 'Sign in for staff',
    email: 'Work e-mail',
    password: 'Password',
    enter: 'Sign in',
    entering: 'Checking…',
    refused: {
      sign_in_failed: 'The e-mail or the password does not match.',
      picture_code_required: 'Type the digits from the picture.',
      picture_code_wrong: 'The digits do not match. Here is another picture.',
    },
    faults: {
      email: 'Type your e-mail',
      password: 'Type your password',
    },
    forgotten: 'Forgot the password? An administrator will give you a new one-time password.',
  },
} satisfies StaffWords['entry']
