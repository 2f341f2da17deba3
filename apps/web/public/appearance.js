// Runs before the first paint, so that a chosen large print or dark page never flashes white.
// It is a file of its own because the content security policy allows no script inside the page.
{
  const root = document.documentElement
  root.lang = /^\/en(\/|$)/.test(location.pathname) ? 'en' : 'ru'
  try {
    Object.assign(root.dataset, JSON.parse(localStorage.getItem('rodnik.appearance') ?? '{}'))
  } catch {
    // A browser that forbids storage shows the usual look.
  }
}
