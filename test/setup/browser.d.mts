/** A program to run the browser tests in, or why there is none. */
export function findBrowser(): Promise<{ file: string } | { missing: string }>
