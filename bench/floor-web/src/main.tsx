import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createRoot } from 'react-dom/client'
import { createBrowserRouter } from 'react-router'
import { RouterProvider } from 'react-router/dom'

// The least that an app on this stack can be: a lazy route, one fetch, one schema. Its size is the floor.
const router = createBrowserRouter([
  { path: '/', lazy: { Component: async () => (await import('./hello-page.tsx')).HelloPage } },
])

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <QueryClientProvider client={new QueryClient()}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  )
}
