import type { ComponentType } from 'react'
import { createBrowserRouter, type RouteObject } from 'react-router'
import { loadConsentWords } from '../lib/consent-words.ts'
import { loadEntranceWords } from '../lib/entrance-words.ts'
import type { Language } from '../lib/languages.ts'
import { HomePage } from '../pages/home-page.tsx'
import { SignInPage } from '../pages/sign-in-page.tsx'
import { NotFound } from '../ui/not-found.tsx'
import { PageSkeleton } from '../ui/skeleton.tsx'
import { CrashPage } from './crash-page.tsx'
import { Layout } from './layout.tsx'

/** A page that comes when it is needed, together with the words it says. */
function lazyPage(
  path: string,
  loadPage: () => Promise<ComponentType>,
  loadWords?: () => Promise<void>,
): RouteObject {
  const Component = async () => (await Promise.all([loadPage(), loadWords?.()]))[0]
  return { path, HydrateFallback: PageSkeleton, lazy: { Component } }
}

/** The console stands beside the site: it has a frame, a bundle and a dictionary of its own. */
const staffConsole = (language: Language): RouteObject => ({
  path: 'staff/*',
  ErrorBoundary: CrashPage,
  HydrateFallback: PageSkeleton,
  lazy: { Component: async () => (await import('./staff/staff-console.tsx')).staffConsole(language) },
})

/** The pages people arrive at are in the first download; the rest come when they are needed. */
export function createRouter(language: Language) {
  return createBrowserRouter(
    [
      {
        Component: Layout,
        ErrorBoundary: CrashPage,
        HydrateFallback: PageSkeleton,
        children: [
          { index: true, Component: HomePage },
          { path: 'pokazanie', Component: SignInPage },
          ...publicPages,
          ...entrancePages,
          { path: '*', Component: NotFound },
        ],
      },
      staffConsole(language),
    ],
    { basename: language === 'en' ? '/en' : '/' },
  )
}

const publicPages = [
  lazyPage('services', async () => (await import('../pages/services-page.tsx')).ServicesPage),
  lazyPage('help/account-number', async () => (await import('../pages/lost-number-page.tsx')).LostNumberPage),
  lazyPage('quick', async () => (await import('../pages/quick-page.tsx')).QuickPage),
  lazyPage('cabinet', async () => (await import('../pages/cabinet-page.tsx')).CabinetPage),
  lazyPage(
    'cabinet/submissions/:number',
    async () => (await import('../pages/confirmation-page.tsx')).ConfirmationPage,
  ),
  lazyPage('check/:code', async () => (await import('../pages/check-page.tsx')).CheckPage),
]

const entrancePages = [
  lazyPage('consent', async () => (await import('../pages/consent-page.tsx')).ConsentPage, loadConsentWords),
  lazyPage('login', async () => (await import('../pages/login-page.tsx')).LoginPage, loadEntranceWords),
  lazyPage(
    'register',
    async () => (await import('../pages/register-page.tsx')).RegisterPage,
    loadEntranceWords,
  ),
  lazyPage(
    'activate',
    async () => (await import('../pages/activate-page.tsx')).ActivatePage,
    loadEntranceWords,
  ),
  lazyPage('forgot', async () => (await import('../pages/forgot-page.tsx')).ForgotPage, loadEntranceWords),
  lazyPage('reset', async () => (await import('../pages/reset-page.tsx')).ResetPage, loadEntranceWords),
  lazyPage(
    'password',
    async () => (await import('../pages/password-page.tsx')).PasswordPage,
    loadEntranceWords,
  ),
  lazyPage(
    'business',
    async () => (await import('../pages/business-page.tsx')).BusinessPage,
    loadEntranceWords,
  ),
  lazyPage(
    'gosuslugi',
    async () => (await import('../pages/gosuslugi-page.tsx')).GosuslugiPage,
    loadEntranceWords,
  ),
]
