// Focus after moving to another page: a keyboard or a screen reader starts at its heading. The first page of a
// visit is left to the browser.
let hasMoved = false

/** Another page has been opened: its heading takes the focus, or the heading of its skeleton for now. */
export function arrive(): void {
  hasMoved = true
  window.scrollTo(0, 0)
  focusHeading()
}

/** The real page has taken the place of its skeleton, and the focus was lost with it. */
export function settleIn(): void {
  if (hasMoved && document.activeElement === document.body) focusHeading()
}

function focusHeading(): void {
  document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true })
}
