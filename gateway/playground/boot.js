/* global YogaGraphiQL */
// Runs in the browser, before the editor is loaded: the editor looks for its workers at once.
self.MonacoEnvironment = {
  globalAPI: false,
  getWorkerUrl: (_module, label) =>
    `/graphiql/${label === 'editorWorkerService' ? 'editor' : label}.worker.js`,
}

document.addEventListener('DOMContentLoaded', () => {
  const root = document.querySelector('#graphiql')
  const options = JSON.parse(root.dataset.options)
  // It holds the token; extensions and copied markup need not find it.
  delete root.dataset.options
  YogaGraphiQL.renderYogaGraphiQL(root, {
    ...options,
    // Without this every edit is written to the address bar, and so to the history of the browser.
    onEditQuery: () => {},
  })
})
