/** cytoscape-fcose ships no types; this is what we use of it. */
declare module 'cytoscape-fcose' {
  import type { Ext } from 'cytoscape'

  const fcose: Ext
  export default fcose
}
