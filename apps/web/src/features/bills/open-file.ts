/** A phone shows a PDF with a program of its own, which prints too: a frame in the page stays white there. */
const isPhone = () => matchMedia('(pointer: coarse)').matches || !navigator.pdfViewerEnabled

/**
 * Shows a file in a tab. The tab opens in the click itself, before anything is asked: later the browser would think
 * that nobody wanted it.
 */
export async function openFile(ready: () => Promise<string>): Promise<void> {
  const tab = window.open('', '_blank')
  try {
    const address = await ready()
    if (tab) tab.location.replace(address)
    else location.assign(address)
  } catch (reason) {
    tab?.close()
    throw reason
  }
}

/** Opens the print dialogue of a file, or the file where the browser cannot print it from a page. */
export async function printFile(ready: () => Promise<string>, title: string): Promise<void> {
  if (isPhone()) return openFile(ready)
  const address = await ready()
  document.querySelector('iframe.for-print')?.remove()
  const frame = document.createElement('iframe')
  frame.className = 'for-print'
  frame.title = title
  frame.src = address
  frame.addEventListener('load', () => {
    frame.contentWindow?.focus()
    frame.contentWindow?.print()
  })
  document.body.append(frame)
}
