import type { ComponentType } from 'react'
import { createBrowserRouter, type RouteObject } from 'react-router'
import { loadFieldWords } from '../lib/field-words.ts'
import { HomePage } from '../pages/home-page.tsx'
import { SignInPage } from '../pages/sign-in-page.tsx'
import { PageSkeleton } from '../ui/skeleton.tsx'
import { CrashPage } from './crash-page.tsx'
import { Layout } from './layout.tsx'

function lazyPage(path: string, Component: () => Promise<ComponentType>): RouteObject {
  return { path, HydrateFallback: PageSkeleton, lazy: { Component } }
}

/** The console stands beside the site: it has a frame, a bundle and a dictionary of its own. */
const staffConsole: RouteObject = {
  path: 'staff/*',
  ErrorBoundary: CrashPage,
  HydrateFallback: PageSkeleton,
  lazy: {
    Component: async () => (await import('./staff/open-console.ts')).openConsole(),
  },
}

/** The inspector's phone stands beside both: it opens without a network, and so asks for no session first. */
const fieldSite: RouteObject = {
  path: 'staff/field/*',
  ErrorBoundary: CrashPage,
  HydrateFallback: PageSkeleton,
  lazy: {
    Component: async () => {
      const [{ FieldPages }] = await Promise.all([import('../pages/field/field-pages.tsx'), loadFieldWords()])
      return FieldPages
    },
  },
}

/**
 * The pages people arrive at are in the first download; the rest come when they are needed, and even the list of
 * what takes more than readings is a download of its own.
 */
export function createRouter(basename: string) {
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
          lazyPage('*', async () => (await import('./further-pages.tsx')).FurtherPages),
        ],
      },
      fieldSite,
      staffConsole,
    ],
    { basename },
  )
}

const publicPages = [
  lazyPage('help/account-number', async () => (await import('../pages/lost-number-page.tsx')).LostNumberPage),
  lazyPage('quick', async () => (await import('../pages/quick-page.tsx')).QuickPage),
  lazyPage('cabinet', async () => (await import('../pages/cabinet-page.tsx')).CabinetPage),
  lazyPage(
    'cabinet/submissions/:number',
    async () => (await import('../pages/confirmation-page.tsx')).ConfirmationPage,
  ),
  lazyPage('check/:code', async () => (await import('../pages/check-page.tsx')).CheckPage),
]
