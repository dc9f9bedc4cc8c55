/** Folds that double with every step are refused before Neo4j is asked; folds that add are not. */
import { expect, it } from '@jest/globals'
import { checkGrowth } from '../../../server/console/growth.ts'

it.each([
  'RETURN reduce(s = "x", i IN range(1, 40) | s + s) AS s',
  'RETURN size(reduce(s = "x", i IN range(1, 40) | s + "," + s)) AS n',
  'RETURN reduce(`a b` = "x", i IN range(1, 40) | `a b` + `a b`) AS s',
  'RETURN reduce(xs = [1], i IN range(1, 40) | xs + xs) AS xs',
  'RETURN reduce(xs = [1], i IN range(1, 40) | [xs, xs]) AS xs',
  'RETURN reduce(s = "x", i IN range(1, 40) | replace(s, "x", "xx")) AS s',
  'RETURN reduce(s = "x", i IN range(1, 40) | reduce(t = "", j IN [1, 2] | t + s)) AS s',
  'RETURN reduce(s = "x", i IN range(1, 40) | CASE WHEN true THEN s + s ELSE s END) AS s',
  'RETURN reduce(m = {a: 1}, i IN range(1, 100000) | {a: m}) AS deep',
  'RETURN reduce(a = [1], i IN range(1, 100000) | [a]) AS deep',
  'RETURN any(x IN range(1, 100000000000) WHERE x < 0) AS n',
  'RETURN size([x IN range(1, 100000) | [y IN range(1, 100000) | x * y]]) AS n',
  'RETURN reduce(n = 0, i IN range(1, 100000000000) | n + 1) AS n',
])('refuses %s', (query) => {
  expect(() => checkGrowth(query)).toThrow(expect.objectContaining({ code: 'refused' }))
})

it.each([
  'RETURN reduce(sum = 0, x IN [1, 2, 3] | sum + x) AS sum',
  'RETURN reduce(most = 0, x IN xs | CASE WHEN x > most THEN x ELSE most END) AS most',
  "RETURN reduce(t = '', w IN ws | CASE WHEN t = '' THEN w ELSE t + ', ' + w END) AS t",
  "RETURN reduce(t = '', w IN ws | CASE t WHEN '' THEN w ELSE t + w END) AS t",
  "RETURN reduce(t = n.name, sign IN ['-', ' '] | replace(t, sign, '')) AS t",
  'RETURN reduce(product = 1, x IN [1, 2] | product * x) AS product',
  'MATCH (n) RETURN reduce(s = 0, x IN [y IN n.xs | y + y] | s + x) AS s',
  'RETURN "reduce(s = 1, i IN x | s + s)" AS text',
  'RETURN reduce(m = {n: 0}, x IN xs | {n: m.n + x}) AS m',
  'RETURN reduce(i = 0, x IN xs | xs[i] + 1) AS i',
  'RETURN reduce(xs = [], x IN ys | xs + [x]) AS xs',
  'UNWIND range(1, 1000000000) AS x RETURN count(x) AS n',
  'MATCH p = (a)--(b) RETURN [i IN range(0, length(p) - 1) | i] AS is, [x IN range(1, 100000) | x] AS xs',
  'RETURN reduce(',
])('lets %s pass', (query) => {
  expect(() => checkGrowth(query)).not.toThrow()
})
