/** Words of Cypher that read: what the editor marks and offers. Those that write are refused, so they are not offered. */

/** In the order in which a query has them. */
export const CLAUSES = [
  'MATCH',
  'OPTIONAL MATCH',
  'WHERE',
  'WITH',
  'WITH DISTINCT',
  'UNWIND',
  'RETURN',
  'RETURN DISTINCT',
  'ORDER BY',
  'SKIP',
  'LIMIT',
  'UNION',
  'UNION ALL',
  'CALL',
] as const

export const OPERATORS = [
  'AND',
  'OR',
  'XOR',
  'NOT',
  'IN',
  'AS',
  'DESC',
  'ASC',
  'STARTS WITH',
  'ENDS WITH',
  'CONTAINS',
  'IS NULL',
  'IS NOT NULL',
  'CASE',
  'WHEN',
  'THEN',
  'ELSE',
  'END',
  'EXISTS',
  'COUNT',
  'COLLECT',
  'DISTINCT',
] as const

export const CONSTANTS = ['true', 'false', 'null'] as const

export const KEYWORDS: ReadonlySet<string> = new Set(
  [...CLAUSES, ...OPERATORS, ...CONSTANTS, 'ASCENDING', 'DESCENDING', 'YIELD', 'USING'].flatMap((words) =>
    words.toUpperCase().split(' '),
  ),
)
