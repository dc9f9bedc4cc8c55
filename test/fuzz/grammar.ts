/**
 * Queries by chance: from a grammar of what Cypher reads and of what it must not do, and then, for some, with pieces of
 * the text put elsewhere. The same seed gives the same queries.
 */

/** A generator of numbers in [0, 1): mulberry32 (Tommy Ettinger, 2017, public domain). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

type Rule = readonly (string | readonly string[])[]

/** Names in angle brackets are rules; the rest is text. A rule is a list of ways, all as likely. */
const GRAMMAR: Readonly<Record<string, Rule>> = {
  query: [
    '<read>',
    '<read>',
    '<read>',
    '<read> UNION <read>',
    '<write>',
    '<command>',
    '<call>',
    '<load>',
    'CALL { <read> } RETURN 1 AS n',
  ],
  read: [
    'MATCH <pattern> <where>RETURN <items><tail>',
    'MATCH <pattern> WITH <items> MATCH <pattern> RETURN <items><tail>',
    'UNWIND <list> AS x RETURN <expression> AS n<tail>',
    'RETURN <expression> AS n',
    'MATCH <pattern> CALL (a) { <read> } RETURN count(a.id) AS n',
    'OPTIONAL MATCH <pattern> <where>RETURN <items><tail>',
  ],
  write: [
    'CREATE <pattern>',
    'MATCH <pattern> SET a.<name> = <expression>',
    'MATCH <pattern> DELETE a',
    'MATCH <pattern> DETACH DELETE a',
    'MERGE <pattern> ON CREATE SET a.x = 1',
    'MATCH <pattern> REMOVE a.<name>',
    'FOREACH (x IN <list> | CREATE (:<label> {id: x}))',
    'INSERT <pattern>',
    'MATCH <pattern> CALL (a) { SET a.x = 1 } RETURN 1 AS n',
    'MATCH <pattern> WHERE EXISTS { CREATE (b) } RETURN a',
    '<read> <write>',
    '<read>; <write>',
  ],
  command: [
    'CREATE INDEX x FOR (n:<label>) ON (n.<name>)',
    'DROP INDEX x',
    'SHOW INDEXES',
    'SHOW TRANSACTIONS',
    'TERMINATE TRANSACTION "x"',
    'USE system SHOW USERS',
    'PROFILE <read>',
    'EXPLAIN <write>',
    'BEGIN',
    'COMMIT',
    'CYPHER runtime=slotted <write>',
  ],
  call: [
    'CALL <procedure>()',
    'CALL <procedure>() YIELD name RETURN name',
    'MATCH <pattern> CALL <procedure>() YIELD name RETURN name',
    'RETURN <procedure>(<expression>) AS n',
  ],
  procedure: [
    'db.labels',
    'dbms.components',
    'apoc.load.json',
    'apoc.cypher.doIt',
    'grafeo.pagerank',
    'db.createLabel',
    '`dbms`.components',
    'gds.list',
  ],
  load: [
    "LOAD CSV FROM '/etc/hostname' AS row RETURN row",
    "MATCH <pattern> LOAD CSV FROM '/etc/hostname' AS row RETURN row",
    "LOAD DATA FROM '/etc/hostname' FORMAT CSV AS row RETURN row",
    "CALL { LOAD CSV FROM '/etc/hostname' AS row RETURN row } RETURN row",
  ],
  pattern: [
    '(a:<label>)',
    '(a)',
    '(a:<label>)-[e:<type>]-(b)',
    '(a:<label> {<name>: <expression>})',
    '(a)-[e]->(b)-[f]-(c)',
    '(a)-[e:<type>*1..<digit>]-(b)',
    'p = shortestPath((a:<label>)-[*..<digit>]-(b:<label>))',
    '(a), (b)',
    '(a), (b), (c), (d), (e)',
    '(a:<label>)<-[e:<type>]-(b:<label>)',
  ],
  where: ['', '', 'WHERE <test> ', 'WHERE <test> AND <test> ', 'WHERE NOT <test> OR <test> '],
  test: [
    'a.<name> = <expression>',
    'a.<name> CONTAINS <string>',
    'a.<name> =~ <string>',
    'EXISTS { (a)-[:<type>]-() }',
    'a:<label>',
    'a.<name> IN <list>',
    'a.<name> IS NULL',
    'COUNT { (a)--() } > <digit>',
    '(a)-[:<type>]-()',
    '<expression>',
  ],
  items: [
    'a',
    'a.<name> AS x',
    'count(a.id) AS x',
    'collect(a.<name>) AS x',
    'a, a.<name> AS x',
    '*',
    'DISTINCT a',
    'a {.id, .name} AS x',
    '[(a)-[:<type>]-(z) | z.id] AS x, a',
    '<expression> AS x, a',
  ],
  tail: [
    '',
    '',
    ' ORDER BY x',
    ' LIMIT <digit>',
    ' ORDER BY a.<name> DESC SKIP <digit> LIMIT <digit>',
    ' SKIP -1',
    ' LIMIT <expression>',
  ],
  expression: [
    '<number>',
    '<string>',
    'null',
    'true',
    '<list>',
    '{a: <expression>, `$`: 1}',
    '<expression> + <expression>',
    '(<expression>)',
    '-<number>',
    'size(<list>)',
    'reduce(s = <expression>, i IN <list> | s + i)',
    'reduce(s = [1], i IN range(1, <number>) | [s])',
    '[i IN <list> WHERE i > 1 | i]',
    'CASE WHEN <expression> THEN <expression> ELSE <expression> END',
    'toUpper(<string>)',
    'a.<name>',
    '$x',
    '$unknown',
    'date(<string>)',
    '<expression> / 0',
    'coalesce(<expression>, <expression>)',
    'substring(<string>, <number>, <number>)',
    'toInteger(<string>)',
    '{`__proto__`: <expression>}',
  ],
  list: ['[]', '[1, 2, 3]', 'range(1, <number>)', '[<expression>]', '$x', 'keys({a: 1})', 'split(<string>, ",")'],
  number: [
    '0',
    '1',
    '10',
    '-1',
    '1.5',
    '1000',
    '100000',
    '1000000000',
    '9223372036854775807',
    '9223372036854775808',
    '1e308',
    '0x7f',
    '0.1e-5',
    '1_000',
  ],
  string: [
    "''",
    '"RWKV"',
    "'(a+)+$'",
    '"线性attention"',
    "'\\u0027'",
    '"SET n.x = 1"',
    '"🦙"',
    "'/*'",
    "'//'",
    "'\\\\'",
    '"2024-01-01"',
    "'a\\nb'",
  ],
  label: ['Model', 'Entity', 'Method', 'Passage', '`CREATE`', 'Modle', '模型'],
  type: ['CO_MENTION', 'MENTIONS', 'HAS', 'VARIANT_OF', 'NOPE'],
  name: ['id', 'name', 'kind', 'mentions', 'set', 'nope', '`a b`', '__proto__', 'constructor'],
  digit: ['0', '1', '2', '3', '10'],
}

/** Rules within rules; deeper ones take their first way. */
const DEEPEST = 7

export function generate(random: () => number): string {
  const query = expand('query', random, 0)
  return random() < 0.4 ? mutate(query, random) : query
}

function expand(rule: string, random: () => number, depth: number): string {
  const ways = (GRAMMAR[rule] ?? ['']) as readonly string[]
  const way = depth > DEEPEST ? ways[0] : ways[Math.floor(random() * ways.length)]
  return (way ?? '').replace(/<(\w+)>/g, (_, inner: string) => expand(inner, random, depth + 1))
}

const PIECES = [
  ...[
    '/*',
    '*/',
    '//',
    '`',
    "'",
    '"',
    ';',
    '(',
    ')',
    '{',
    '}',
    '[',
    ']',
    '\\u0053ET',
    '\\',
    '\n',
    '\r',
    '\u00a0',
    '\u200b',
    '\u0000',
  ],
  ...[
    ' SET n.x = 1 ',
    ' CREATE (x) ',
    ' DELETE a ',
    ' CALL ',
    ' LOAD CSV ',
    ' RETURN ',
    ' UNION ',
    ' MATCH ',
    ' WHERE ',
    '::',
    '$',
    '..',
  ],
]

/** Cuts, doubles, swaps, or puts in a piece, up to four times. */
function mutate(query: string, random: () => number): string {
  let text = query
  for (let times = 1 + Math.floor(random() * 4); times > 0; times--) {
    const at = Math.floor(random() * (text.length + 1))
    const end = Math.min(text.length, at + 1 + Math.floor(random() * 12))
    const [before, middle, after] = [text.slice(0, at), text.slice(at, end), text.slice(end)]
    const way = Math.floor(random() * 5)
    if (way === 0) text = before + after
    else if (way === 1) text = before + middle + middle + after
    else if (way === 2) text = after + before + middle
    else if (way === 3) text = before + (PIECES[Math.floor(random() * PIECES.length)] ?? '') + middle + after
    else text = before + middle.split('').reverse().join('') + after
  }
  return text
}
