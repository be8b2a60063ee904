// Runs in the browser, before the editor: the editor looks for its workers at once.
self.MonacoEnvironment = {
  globalAPI: false,
  getWorkerUrl: (_module, label) => `/graphiql/${label}.worker.js`,
}

document.addEventListener('DOMContentLoaded', () => {
  const root = document.querySelector('#graphiql')
  const { token, tabs, chosen } = JSON.parse(root.dataset.options)
  // Extensions and copied markup need not find the token.
  delete root.dataset.options

  const kept = keptTab()
  const first = tabs[chosen ?? 0]
  const open = chosen === null && kept ? kept : first
  globalThis.YogaGraphiQL.renderYogaGraphiQL(root, {
    title: 'GraphiQL',
    endpoint: '/graphql',
    additionalHeaders: { authorization: `Bearer ${token}` },
    // The token is enough: what the browser would send of its own accord stays out of it.
    credentials: 'omit',
    // The first of these is the one that opens when nothing was kept.
    defaultTabs: [first, ...tabs.filter((tab) => tab !== first)],
    initialQuery: open.query,
    initialVariables: open.variables,
    initialHeaders: open.headers,
    // For the header with the purpose; the token is not among the headers of the editor.
    shouldPersistHeaders: true,
    // Without this every edit is written to the address bar, and so to the history of the browser.
    onEditQuery: () => {},
  })
})

/** The tab that was open last time. GraphiQL finds it again by its contents, and opens an empty one otherwise. */
function keptTab() {
  try {
    const { tabs, activeTabIndex } = JSON.parse(localStorage.getItem('graphiql:tabState'))
    const { query, variables, headers } = tabs[activeTabIndex]
    return { query: query ?? '', variables: variables ?? '', headers: headers ?? '' }
  } catch {
    return null
  }
}
