/** The part of autocannon that the benchmark uses; the package brings no types. */
declare module 'autocannon' {
  interface Result {
    latency: { p50: number; p99: number }
    requests: { average: number }
    non2xx: number
    errors: number
  }
  export default function autocannon(options: {
    url: string
    connections: number
    duration: number
    requests: { path: string }[]
  }): Promise<Result>
}
