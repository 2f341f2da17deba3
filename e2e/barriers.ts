import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

type Violation = { id: string; nodes: { target: unknown; failureSummary?: string | undefined }[] }
type Axe = { run: (options: { runOnly: string[] }) => Promise<{ violations: Violation[] }> }

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** What the looks of a page differ in: its colours and its sizes. */
const LOOK_RULES = ['color-contrast', 'target-size']
/** As the controls of the page leave them on <html>; that they do is proved elsewhere. */
const LOOKS = [
  { theme: 'dark' },
  { print: 'black-on-white' },
  { print: 'white-on-black' },
  { print: 'blue-on-cream' },
]

/** One line for each element, so that a failure reads as a list. */
const inLines = (violations: Violation[]) =>
  violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${String(target)}: ${failureSummary ?? ''}`),
  )

/** No barrier of WCAG 2.2 AA nor of good practice in the page as it stands. */
export async function expectNoBarriers(page: Page): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  // The pages have no frames, and without them axe needs no second page to put its findings together.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(RULES).analyze()
  expect(inLines(violations)).toEqual([])
}

/** Nor in the dark or in the colours of large print. Asks the axe that `expectNoBarriers` has left in the page. */
export async function expectReadableInEveryLook(page: Page): Promise<void> {
  for (const look of LOOKS) {
    const violations = await page.evaluate(runInLook, { look, runOnly: LOOK_RULES })
    expect(inLines(violations), JSON.stringify(look)).toEqual([])
  }
}

/** Runs in the page. */
async function runInLook({ look, runOnly }: { look: (typeof LOOKS)[number]; runOnly: string[] }) {
  const { dataset } = document.documentElement
  Object.assign(dataset, look)
  const { violations } = await (globalThis as unknown as { axe: Axe }).axe.run({ runOnly })
  for (const name of Object.keys(look)) Reflect.deleteProperty(dataset, name)
  return violations.map(({ id, nodes }) => ({
    id,
    nodes: nodes.map(({ target, failureSummary }) => ({ target: String(target), failureSummary })),
  }))
}
