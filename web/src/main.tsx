import {QueryClient, QueryClientProvider} from '@tanstack/react-query'
import {RouterProvider} from '@tanstack/react-router'
import {StrictMode} from 'react'
import {createRoot} from 'react-dom/client'
import {ProblemFailure} from './app/client.ts'
import {NotesProvider} from './app/notes.tsx'
import {meQuery} from './app/rights.ts'
import {pageRouter} from './app/router.tsx'
import {firstWords, SettingsProvider} from './app/settings.tsx'
import './design/app.css'

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // The server says what changed (live.ts), and the browser's ETags make asking again cheap.
      staleTime: 30_000,
      retry: (count, error) => count < 2 && error instanceof ProblemFailure && error.problem.status === 0
    }
  }
})

// What may be done here is known before the first key is pressed.
const [first] = await Promise.all([firstWords(), queries.prefetchQuery(meQuery)])

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <SettingsProvider first={first}>
      <QueryClientProvider client={queries}>
        <NotesProvider>
          <RouterProvider router={pageRouter} />
        </NotesProvider>
      </QueryClientProvider>
    </SettingsProvider>
  </StrictMode>
)
