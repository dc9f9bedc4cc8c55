/**
 * Where the one-file page begins. Its single script is also the layout worker's: the page hands its own text to the
 * worker, so that what both need stands in the file once.
 */
import '../styles.css'

if (typeof document === 'undefined') void import('../graph/layout-worker.ts')
else void open()

async function open(): Promise<void> {
  const { snapshot } = await import('../offline/data.ts')
  // The view as it was sent; an address with a view of its own comes first.
  if (snapshot?.view.hash && !location.hash) location.replace(snapshot.view.hash)
  await import('../main.tsx')
}
