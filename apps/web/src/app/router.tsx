import { createBrowserRouter, type RouteObject } from 'react-router'
import { loadStaffWords } from '../lib/staff-words.ts'
import { HomePage } from '../pages/home-page.tsx'
import { SignInPage } from '../pages/sign-in-page.tsx'
import { NotFound } from '../ui/not-found.tsx'
import { PageSkeleton } from '../ui/skeleton.tsx'
import { CrashPage } from './crash-page.tsx'
import { Layout } from './layout.tsx'

/** The console stands beside the site: it has a frame, a bundle and a dictionary of its own. */
const staffConsole: RouteObject = {
  path: 'staff/*',
  ErrorBoundary: CrashPage,
  HydrateFallback: PageSkeleton,
  lazy: {
    Component: async () => {
      const [{ StaffConsole }] = await Promise.all([import('./staff/staff-console.tsx'), loadStaffWords()])
      return StaffConsole
    },
  },
}

/** The pages people arrive at are in the first download; the rest come when they are needed. */
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
          {
            path: 'services',
            HydrateFallback: PageSkeleton,
            lazy: { Component: async () => (await import('../pages/services-page.tsx')).ServicesPage },
          },
          {
            path: 'help/account-number',
            HydrateFallback: PageSkeleton,
            lazy: { Component: async () => (await import('../pages/lost-number-page.tsx')).LostNumberPage },
          },
          {
            path: 'quick',
            HydrateFallback: PageSkeleton,
            lazy: { Component: async () => (await import('../pages/quick-page.tsx')).QuickPage },
          },
          {
            path: 'cabinet',
            HydrateFallback: PageSkeleton,
            lazy: { Component: async () => (await import('../pages/cabinet-page.tsx')).CabinetPage },
          },
          {
            path: 'cabinet/submissions/:number',
            HydrateFallback: PageSkeleton,
            lazy: {
              Component: async () => (await import('../pages/confirmation-page.tsx')).ConfirmationPage,
            },
          },
          {
            path: 'check/:code',
            HydrateFallback: PageSkeleton,
            lazy: { Component: async () => (await import('../pages/check-page.tsx')).CheckPage },
          },
          { path: '*', Component: NotFound },
        ],
      },
      staffConsole,
    ],
    { basename },
  )
}
