import { defineConfig } from '@playwright/test'
import { findChromium } from './scripts/quality/chromium.ts'

const executablePath = findChromium()

export default defineConfig({
  testDir: 'e2e',
  globalSetup: './scripts/quality/e2e-setup.ts',
  // Two were no faster than one on two cores: server and browser share them.
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  reporter: 'list',
  // A busy machine draws a page in seconds; what never comes is waited for a little longer.
  expect: { timeout: 15_000 },
  use: {
    baseURL: process.env['E2E_BASE_URL'] ?? '',
    locale: 'ru-RU',
    timezoneId: 'Asia/Yekaterinburg',
    actionTimeout: 15_000,
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
    },
  },
  projects: [
    { name: 'desktop', use: { viewport: { width: 1280, height: 900 } } },
    {
      name: 'phone',
      grep: /@phone/,
      use: { viewport: { width: 375, height: 812 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
    },
  ],
})
