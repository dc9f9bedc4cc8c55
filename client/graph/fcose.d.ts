/** cytoscape-fcose ships no types, and Vite does not know our worker's address; this is what we use of them. */
declare module 'cytoscape-fcose' {
  import type { Ext } from 'cytoscape'

  const fcose: Ext
  export default fcose
}

declare module 'virtual:layout-worker' {
  const url: string
  export default url
}
