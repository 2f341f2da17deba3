/**
 * The inspector's page without a network: its files are kept when they are first met, and the page is given from here
 * where no server answers. Nothing of the API is kept: what is personal lies in the page's own store, and goes with the
 * day. The build writes the list of files and a name for it above this code.
 */
declare const FIELD_FILES: { name: string; files: string[] }

/** Of a worker; the page's own types know no such events. */
type Lasting = Event & { waitUntil: (work: Promise<unknown>) => void }
type Fetching = Event & { request: Request; respondWith: (answer: Promise<Response>) => void }
type Worker = { skipWaiting: () => Promise<void>; clients: { claim: () => Promise<void> } }

const PREFIX = 'rodnik-field-'
const PAGES = ['/staff/field', '/en/staff/field']
const worker = globalThis as unknown as Worker
const cacheName = PREFIX + FIELD_FILES.name

addEventListener('install', (event) => {
  ;(event as Lasting).waitUntil(keepFiles())
})

addEventListener('activate', (event) => {
  ;(event as Lasting).waitUntil(takeOver())
})

addEventListener('fetch', (event) => {
  const { request, respondWith } = event as Fetching
  const answer = answerFor(request)
  if (answer) respondWith.call(event, answer)
})

async function keepFiles(): Promise<void> {
  const cache = await caches.open(cacheName)
  await cache.addAll([...FIELD_FILES.files, ...PAGES])
  await worker.skipWaiting()
}

/** A new build brings its own list; pages that are open go on with the files they have loaded. */
async function takeOver(): Promise<void> {
  const old = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== cacheName)
  await Promise.all(old.map((name) => caches.delete(name)))
  await worker.clients.claim()
}

/** Undefined: none of ours, and the browser does as always. */
function answerFor(request: Request): Promise<Response> | undefined {
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin) return undefined
  if (request.mode === 'navigate') return pageFor(request, pathname)
  return FIELD_FILES.files.includes(pathname) ? fileFor(request) : undefined
}

/** The newest page where the server answers, the kept one otherwise: both load the visits by themselves. */
async function pageFor(request: Request, pathname: string): Promise<Response> {
  const page = PAGES.find((start) => pathname.startsWith(start))
  const kept = page === undefined ? undefined : await caches.match(page)
  return fetch(request).catch((error: unknown) => {
    if (kept) return kept
    throw error
  })
}

/** Files have their content in their name: what is kept is what would come. */
const fileFor = async (request: Request): Promise<Response> => (await caches.match(request)) ?? fetch(request)
