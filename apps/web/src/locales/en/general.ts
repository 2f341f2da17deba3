import { plural } from '../../lib/plural.ts'
import type { Words } from '../ru/index.ts'

const days = (count: number) => `${count}\u00a0${plural('en', count, ['day', 'days'])}`
const minutes = (count: number) => `${count} ${plural('en', count, ['minute', 'minutes'])}`
const hours = (count: number) => `${count} ${plural('en', count, ['hour', 'hours'])}`

export const general = {
  name: 'Rodnik',
  skip: 'Skip to content',
  toHome: 'Rodnik, home page',
  mainMenu: 'Main menu',
  menu: { signIn: 'Sign in', accounts: 'My accounts', profile: 'Profile', work: 'Workplace' },
  otherLanguage: 'Русский',
  phoneLabel: (phone: string) => `Call ${phone}`,
  call: 'Call',
  leave: 'Sign out',
  loading: 'Loading…',
  days,
  wait: (seconds: number) =>
    seconds < 3600 ? minutes(Math.max(1, Math.ceil(seconds / 60))) : hours(Math.ceil(seconds / 3600)),
  appearance: {
    larger: 'Large print',
    usual: 'Usual print',
    colours: 'Colours',
    print: {
      'black-on-white': 'Black on white',
      'white-on-black': 'White on black',
      'blue-on-cream': 'Blue on cream',
    },
    theme: 'Appearance',
    themes: { device: 'as on the device', light: 'light', dark: 'dark' },
  },
  offline: 'No internet connection. What you typed is kept. Carry on when the connection is back.',
  notFound: {
    title: 'There is no such page',
    text: 'Perhaps the address has a typing mistake. Your readings and meters are where they were.',
    home: 'Home page',
  },
  crash: {
    title: 'The page did not open',
    text: 'This is our mistake, not yours. Readings already sent are safe. Open the page again; if that does not help, call us.',
    again: 'Open again',
  },
  notLoaded: {
    offline: {
      title: 'The page did not load',
      text: 'No connection to the server. Nothing is lost. Check the internet and try again.',
    },
    ours: {
      title: 'A fault on our side',
      text: 'Your internet is fine, and nothing is lost. Wait a minute and try again. If that does not help, call us.',
    },
    again: 'Try again',
  },
} satisfies Partial<Words>
