import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { RouterProvider } from 'react-router/dom'
import { config } from 'zod/mini'
import { ApiError, isUndecided } from '../lib/call.ts'
import { createFormat } from '../lib/format.ts'
import { SpeechProvider } from '../lib/language.tsx'
import { languageOf } from '../lib/languages.ts'
import { createRouter } from './router.tsx'
import '../ui/styles/index.css'

// The content security policy forbids compiling code at run time.
config({ jitless: true })

const MAX_RETRIES = 2

const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // A refusal is an answer: asking again would only repeat it.
      retry: (failures, error) =>
        failures < MAX_RETRIES && error instanceof ApiError && isUndecided(error.code),
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
})

/** One import each: written as one expression, the bundler would preload both. */
const dictionaries = {
  ru: () => import('../locales/ru/index.ts'),
  en: () => import('../locales/en/index.ts'),
}

async function start(root: HTMLElement) {
  const language = languageOf(location.pathname)
  const { words } = await dictionaries[language]()
  const router = createRouter(language === 'en' ? '/en' : '/')
  createRoot(root).render(
    <StrictMode>
      <SpeechProvider value={{ language, words, format: createFormat(language) }}>
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </SpeechProvider>
    </StrictMode>,
  )
}

const root = document.getElementById('root')
if (root) await start(root)
