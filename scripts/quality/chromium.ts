import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'

const SYSTEM_PATHS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/**
 * The browser for the tests: the one named in E2E_CHROMIUM, else Playwright's own, else the system's.
 * @throws when E2E_CHROMIUM names a file that is not there
 */
export function findChromium(
  asked = process.env['E2E_CHROMIUM'],
  own = chromium.executablePath(),
  system = SYSTEM_PATHS,
): string | undefined {
  if (asked && !existsSync(asked)) throw new Error(`E2E_CHROMIUM names ${asked}, and there is no such file.`)
  return asked || [own, ...system].find((path) => existsSync(path))
}

/**
 * The same, installing Debian's Chromium where this process may.
 * @throws when there is no browser and none can be installed, naming the ways out
 */
export function ensureChromium(): string {
  const found = findChromium()
  if (found) return found
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) installDebianChromium()
  const installed = findChromium()
  if (installed) return installed
  throw new Error(
    'The browser tests need Chromium, and there is none. Ways out: "npx pnpm@12 exec playwright install chromium"; ' +
      'install the package "chromium" of your system; or name a Chromium or Chrome in E2E_CHROMIUM.',
  )
}

function installDebianChromium(): void {
  console.log('Installing Chromium with apt-get…')
  const options = { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const
  const packages = ['chromium', 'fonts-liberation', 'fonts-dejavu-core']
  try {
    execFileSync('apt-get', ['update', '-q'], options)
    execFileSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], options)
  } catch {
    console.error('apt-get could not install Chromium.')
  }
}
