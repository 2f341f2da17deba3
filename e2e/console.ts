import type { BrowserContext } from '@playwright/test'

/** The browser reports every refusal of the API as a failed resource; the pages explain those in words. */
const REFUSAL = /Failed to load resource: the server responded with a status of 4\d\d/

/** Collects console errors and uncaught exceptions of all pages; breaches of the CSP are among the former. */
export function watchConsole(context: BrowserContext): string[] {
  const complaints: string[] = []
  context.on('console', (message) => {
    if (message.type() === 'error' && !REFUSAL.test(message.text())) complaints.push(message.text())
  })
  context.on('weberror', (error) => complaints.push(String(error.error())))
  return complaints
}
