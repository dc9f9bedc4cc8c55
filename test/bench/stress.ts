/**
 * How far distances on paper are from distances in the net: (|a - b| - hops)² / hops², its mean over all pairs that can
 * reach each other, at the scale at which it is least. 0 is perfect; only figures for the same graph can be compared.
 */
import { APART, hopsFrom, type Net } from '../../client/graph/layouts/net.ts'

export function stressOf(net: Net, points: readonly { x: number; y: number }[]): number {
  let [count, once, squared] = [0, 0, 0]
  for (let a = 0; a < net.size; a++) {
    const hops = hopsFrom(net, a)
    for (let b = 0; b < a; b++) {
      const [from, to, wanted] = [points[a], points[b], hops[b] ?? APART]
      if (!from || !to || wanted === APART) continue
      const share = Math.hypot(from.x - to.x, from.y - to.y) / wanted
      count += 1
      once += share
      squared += share * share
    }
  }
  // The mean of (scale · share - 1)², at the best scale.
  return 1 - once ** 2 / squared / count
}
