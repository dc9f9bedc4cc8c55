/** What the build makes up, so that Vite and TypeScript agree on it. */
declare module 'virtual:layout-worker' {
  const url: string
  export default url
}
