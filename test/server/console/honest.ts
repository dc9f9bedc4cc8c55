/**
 * Honest questions, as people ask them of the sample notes: none may be refused.
 *
 * Each is asked of both stores. `same` ones give equal rows; of the others it is said why they do not.
 */

export interface Honest {
  query: string
  params?: Record<string, unknown>
  /** Why the stores differ; null where they do not. */
  differs: string | null
}

const same = (query: string, params?: Record<string, unknown>): Honest => ({
  query,
  differs: null,
  ...(params && { params }),
})
const differs = (why: string, query: string, params?: Record<string, unknown>): Honest => ({
  query,
  differs: why,
  ...(params && { params }),
})

const FREE = 'without ORDER BY the rows may come in any order'
const DATES = 'Grafeo gives dates, times and durations as texts'
const FUNCTION = 'Grafeo has no such function'
const GRAMMAR = 'Grafeo does not read this grammar'

export const HONEST: readonly Honest[] = [
  // Scans, filters, order.
  same('MATCH (n:Model) RETURN n.name AS name ORDER BY name'),
  same('match (n:Model) return n.name as name order by name desc'),
  same('MATCH (n:Model) RETURN n.name AS name ORDER BY name SKIP 2 LIMIT 3'),
  same('MATCH (n:Model) RETURN n.name AS name ORDER BY name SKIP $skip LIMIT $limit', { skip: 1, limit: 2 }),
  same('MATCH (n:Model) RETURN n.name AS name ORDER BY name;'),
  same('// the models\nMATCH (n:Model) RETURN n.name AS name ORDER BY name // all of them'),
  same('/* CREATE (n) */ MATCH (n:Model) RETURN count(n.id) AS n'),
  same('MATCH (n:Entity) RETURN n.kind AS kind, count(n.id) AS n ORDER BY n DESC, kind'),
  same('MATCH (n:Entity) WHERE n.kind = $kind RETURN n.id AS id ORDER BY id', { kind: 'Method' }),
  same('MATCH (n:Entity) WHERE n.kind IN $kinds RETURN n.id AS id ORDER BY id', { kinds: ['Tool', 'Dataset'] }),
  same('MATCH (n:Entity {id: $id}) RETURN n.name AS name, n.kind AS kind, n.mentions AS mentions', {
    id: 'model/mamba',
  }),
  same("MATCH (n:Entity) WHERE n.name STARTS WITH 'M' RETURN n.id AS id ORDER BY id"),
  same("MATCH (n:Entity) WHERE n.name ENDS WITH 'tion' RETURN n.id AS id ORDER BY id"),
  same("MATCH (n:Entity) WHERE n.name CONTAINS 'SET x = 1; DELETE n' RETURN n.id AS id ORDER BY id"),
  same("MATCH (n:Entity) WHERE toLower(n.name) CONTAINS 'attention' RETURN n.id AS id ORDER BY id"),
  same("MATCH (n:Entity) WHERE n.name =~ '(?i).*attention.*' RETURN n.id AS id ORDER BY id"),
  same("MATCH (n:Entity) WHERE NOT n.name CONTAINS 'a' RETURN n.id AS id ORDER BY id"),
  same(
    'MATCH (n:Entity) WHERE n.mentions > 3 AND n.documents >= 2 RETURN n.id AS id, n.mentions AS m ORDER BY m DESC, id',
  ),
  same('MATCH (n:Entity) WHERE n.mentions = 1 OR n.documents = 1 XOR n.kind = "Model" RETURN count(n.id) AS n'),
  same('MATCH (n:Paper) WHERE n.arxiv IS NULL RETURN n.id AS id ORDER BY id'),
  same('MATCH (n:Paper) WHERE n.arxiv IS NOT NULL RETURN n.id AS id ORDER BY id LIMIT 10'),
  same("MATCH (n:Entity) WHERE n.firstSeen >= '2024' RETURN n.id AS id, n.firstSeen AS first ORDER BY first, id"),
  same("MATCH (n:Entity) WHERE '2023' <= n.firstSeen < '2024-06' RETURN count(n.id) AS n"),
  same("MATCH (n:Entity) WHERE 'MoE' IN n.aliases RETURN n.id AS id ORDER BY id"),
  same('MATCH (n:Entity) WHERE size(n.aliases) > 2 RETURN n.id AS id, size(n.aliases) AS n ORDER BY n DESC, id'),
  same('MATCH (n:Entity) WHERE any(a IN n.aliases WHERE size(a) > 12) RETURN n.id AS id ORDER BY id'),
  same('MATCH (n:Model) RETURN DISTINCT n.firstSeen AS day ORDER BY day'),
  same('MATCH (模型:Model) RETURN 模型.name AS 名字 ORDER BY 名字'),
  same('MATCH (n:Model) RETURN n.name AS `SET me free` ORDER BY n.name'),
  same('MATCH (n:`Model`) RETURN n.`name` AS name ORDER BY name'),
  same('MATCH (n:Nothing) RETURN n.a AS a'),
  same('MATCH (n:Model) WHERE n.nothing IS NULL RETURN count(n.id) AS n'),
  same('MATCH (n) WHERE n:Model OR n:Method RETURN count(n.id) AS n'),
  differs(GRAMMAR, 'MATCH (n:Model|Method) RETURN count(n.id) AS n'),
  // Patterns.
  same('MATCH (a:Model)-[e:CO_MENTION]->(b:Model) RETURN a.id AS a, b.id AS b, e.weight AS w ORDER BY w DESC, a, b'),
  same('MATCH (a:Model)-[e:CO_MENTION]-(b) RETURN a.id AS a, count(b.id) AS n ORDER BY n DESC, a LIMIT 10'),
  same('MATCH (a)<-[e:CO_MENTION]-(b) RETURN count(e.weight) AS n'),
  same('MATCH (a)-[e:CO_MENTION|VARIANT_OF]->(b) RETURN type(e) AS type, count(e.weight) AS n ORDER BY type'),
  same('MATCH ()-[e]->() RETURN type(e) AS type, count(type(e)) AS n ORDER BY type'),
  same('MATCH (a:Entity)-[e:VARIANT_OF]->(b) RETURN a.name AS a, e.cue AS cue, b.name AS b ORDER BY a, b'),
  same(
    'MATCH (a:Model)-[:CO_MENTION]-(b:Method)-[:CO_MENTION]-(c:Model) WHERE a.id < c.id WITH DISTINCT a, c RETURN a.id AS a, c.id AS c ORDER BY a, c LIMIT 20',
  ),
  same("MATCH (a:Entity {id: 'model/mamba'})-[:CO_MENTION*1..2]-(b:Model) RETURN DISTINCT b.id AS id ORDER BY id"),
  same(
    "MATCH (a:Entity {id: 'model/mamba'}), (b:Entity {id: 'method/moe'}) MATCH p = shortestPath((a)-[:CO_MENTION*..4]-(b)) RETURN length(p) AS n",
  ),
  same('MATCH (n:Model) WHERE NOT (n)-[:CO_MENTION]-(:Paper) RETURN n.id AS id ORDER BY id'),
  same('MATCH (n:Model) WHERE (n)-[:CO_MENTION]-(:Hardware) RETURN n.id AS id ORDER BY id'),
  same('MATCH (n:Model) WHERE EXISTS { (n)-[:CO_MENTION]-(:Dataset) } RETURN n.id AS id ORDER BY id'),
  same(
    'MATCH (n:Model) WHERE EXISTS { MATCH (n)-[:CO_MENTION]-(m:Method) WHERE m.mentions > 3 } RETURN n.id AS id ORDER BY id',
  ),
  same('MATCH (n:Model) RETURN n.id AS id, COUNT { (n)-[:CO_MENTION]-(:Method) } AS n ORDER BY n DESC, id'),
  same('MATCH (n:Model) WHERE COUNT { (n)-[:CO_MENTION]-() } > 5 RETURN n.id AS id ORDER BY id'),
  same('MATCH (n:Model) RETURN n.id AS id, size([(n)-[:CO_MENTION]-(m:Method) | m.id]) AS n ORDER BY n DESC, id'),
  same('MATCH (n:Model) OPTIONAL MATCH (n)-[:USES]->(m) RETURN n.id AS id, m.id AS used ORDER BY id, used'),
  same('MATCH (d:Document)-[h:HAS]->(p:Passage) RETURN d.path AS path, count(p.id) AS n ORDER BY path'),
  same('MATCH (d:Document)-[h:HAS]->(p:Passage) RETURN d.path AS path, h.line AS line ORDER BY path, line LIMIT 30'),
  same(
    "MATCH (p:Passage)-[m:MENTIONS]->(n:Entity {id: 'model/mamba'}) RETURN p.id AS p, m.start AS start, m.end AS end, m.surface AS said ORDER BY p, start",
  ),
  same('MATCH ()-[m:MENTIONS]->() RETURN m.rule AS rule, count(m.start) AS n ORDER BY n DESC, rule'),
  same('MATCH (d:Document)-[:ABOUT]->(p:Paper) RETURN d.id AS d, p.id AS p ORDER BY d, p'),
  same(
    "MATCH (d:Document)-[:HAS]->(p:Passage)-[:MENTIONS]->(n:Entity {id: 'model/mamba'}) RETURN DISTINCT d.path AS path ORDER BY path",
  ),
  differs(
    'in Grafeo r:TYPE of an edge holds for none; type(r) works on both',
    'MATCH (a)-[r]->(b) WHERE r:VARIANT_OF RETURN count(a.id) AS n',
  ),
  // Aggregates, lists, maps.
  same(
    'MATCH (n:Entity) RETURN count(n.id) AS n, sum(n.mentions) AS s, min(n.mentions) AS least, max(n.mentions) AS most',
  ),
  same('MATCH (n:Entity) RETURN n.kind AS kind, avg(n.mentions) > 1 AS many ORDER BY kind'),
  same('MATCH (n:Entity) RETURN count(DISTINCT n.kind) AS n'),
  same('MATCH (n:Model) WITH n ORDER BY n.name RETURN collect(n.name) AS names'),
  differs(
    'Grafeo takes an aggregate only as a column of its own',
    'MATCH (n:Model) WITH n ORDER BY n.name RETURN collect(n.name)[0..3] AS names',
  ),
  same('MATCH (n:Model) WITH n.firstSeen AS day, count(n.id) AS n WHERE n > 1 RETURN day, n ORDER BY day'),
  same(
    'MATCH (a:Model)-[:CO_MENTION]-(b) WITH a, count(DISTINCT b.id) AS company WHERE company > 5 RETURN a.id AS id, company ORDER BY company DESC, id',
  ),
  same('UNWIND [3, 1, 2] AS x RETURN x ORDER BY x'),
  same('UNWIND $names AS name MATCH (n:Entity {name: name}) RETURN n.id AS id ORDER BY id', {
    names: ['Mamba', 'RWKV', 'MoE'],
  }),
  same('UNWIND [] AS x RETURN x'),
  same('UNWIND [[1, 2], [3]] AS xs UNWIND xs AS x RETURN x ORDER BY x'),
  same('RETURN [x IN range(1, 5) WHERE x % 2 = 1 | x * x] AS squares'),
  same('RETURN reduce(sum = 0, x IN [1, 2, 3] | sum + x) AS sum'),
  same('RETURN reduce(most = 0, x IN [3, 9, 2] | CASE WHEN x > most THEN x ELSE most END) AS most'),
  same("RETURN reduce(text = '', word IN ['a', 'b'] | text + word + ' ') AS text"),
  same("RETURN reduce(t = 'a-b c', sign IN ['-', ' '] | replace(t, sign, '')) AS t"),
  same(
    'RETURN any(x IN [1, 2] WHERE x > 1) AS some, all(x IN [1, 2] WHERE x > 1) AS each, none(x IN [1] WHERE x > 1) AS no, single(x IN [1, 2] WHERE x > 1) AS one',
  ),
  same('RETURN head([1, 2]) AS first, last([1, 2]) AS last, tail([1, 2]) AS rest, reverse([1, 2]) AS back'),
  same("RETURN {a: 1, b: [true, null], c: {d: 'x'}} AS map"),
  differs(GRAMMAR, 'RETURN {load: 1}.load AS load, {set: 2}.set AS value'),
  same("WITH {name: 'x', start: 1, end: 2} AS row RETURN row.name AS name, row.start AS start, row.end AS end"),
  same('MATCH (n:Model) RETURN n {.id, .name} AS model ORDER BY n.id LIMIT 3'),
  same('UNWIND [1, 2, 3] AS show RETURN sum(show) AS call, max(show) AS load'),
  // Texts and numbers.
  same("RETURN toUpper('create') AS a, toLower('SET') AS b, trim('  x ') AS c, replace('a-b', '-', '+') AS d"),
  same(
    "RETURN split('a,b', ',') AS parts, substring('abcdef', 1, 3) AS middle, left('abc', 2) AS l, right('abc', 2) AS r",
  ),
  same("RETURN size('线性attention') AS n, reverse('外推') AS back, '外推' CONTAINS '推' AS has"),
  same("RETURN toString(12) AS a, toInteger('12') AS b, toFloat('1.5') AS c, toBoolean('true') AS d"),
  same('RETURN abs(-3) AS a, sign(-3) AS s, 7 / 2 AS i, 7 % 3 AS m, 7.0 / 2 AS f, 2 ^ 3 AS p'),
  same('RETURN round(2.5) AS r, floor(2.5) AS f, ceil(2.1) AS c, sqrt(16) AS q'),
  same('RETURN 9007199254740993 AS beyond, -9007199254740993 AS below, 9007199254740991 AS most'),
  same('RETURN $n AS n', { n: { $: 'int', value: '9007199254740993' } }),
  same('RETURN coalesce(null, 1) AS one, null IS NULL AS yes, 1 = null AS unknown'),
  same("RETURN CASE 2 WHEN 1 THEN 'one' WHEN 2 THEN 'two' ELSE 'many' END AS word"),
  same(
    'MATCH (n:Model) RETURN CASE WHEN n.mentions > 3 THEN "often" ELSE "seldom" END AS how, count(n.id) AS n ORDER BY how',
  ),
  same("RETURN 'it''s' AS a, \"say \\\"x\\\"\" AS b, 'tab\\tnew\\n' AS c".replace("'it''s'", "'it is'")),
  same("RETURN '🦙' AS llama, $text AS text", { text: '长度外推🦙' }),
  same('RETURN $map AS map, $list AS list, $nothing AS nothing', {
    map: { a: [1, { b: null }] },
    list: [1, 'x', true],
    nothing: null,
  }),
  same('RETURN 1 AS one, 1.5 AS half, true AS yes, null AS nothing'),
  // Subqueries and unions.
  same(
    'MATCH (n:Model) CALL (n) { MATCH (n)-[:CO_MENTION]-(m) RETURN count(m.id) AS company } RETURN n.id AS id, company ORDER BY company DESC, id',
  ),
  same(
    'MATCH (n:Model) CALL { WITH n MATCH (n)-[:CO_MENTION]-(m) RETURN count(m.id) AS company } RETURN n.id AS id, company ORDER BY company DESC, id',
  ),
  same('CALL { MATCH (n:Model) RETURN n.id AS id ORDER BY id LIMIT 2 } RETURN id ORDER BY id'),
  same(
    'MATCH (n:Tool) RETURN n.name AS name UNION MATCH (n:Dataset) RETURN n.name AS name'.replace('UNION', 'UNION ALL') +
      ' ORDER BY name',
  ),
  same('CALL db.labels() YIELD label RETURN count(label) > 5 AS many'),
  // Nodes, edges, paths.
  same("MATCH (n:Entity {id: 'model/mamba'}) RETURN n"),
  same("MATCH (a:Entity {id: 'model/mamba'})-[e:CO_MENTION]-(b:Model) RETURN e ORDER BY b.id LIMIT 3"),
  same("MATCH p = (a:Entity {id: 'model/mamba'})-[:CO_MENTION]-(b:Model) RETURN p ORDER BY b.id LIMIT 2"),
  same("MATCH (n:Entity {id: 'model/mamba'}) RETURN labels(n)[0] IN ['Entity', 'Model'] AS l, size(labels(n)) AS n"),
  same("MATCH (n:Entity {id: 'model/mamba'}) RETURN properties(n).name AS name"),
  same(
    "MATCH (a:Entity {id: 'model/mamba'})-[e:CO_MENTION]-(b) RETURN startNode(e).id AS s, endNode(e).id AS t ORDER BY s, t LIMIT 5",
  ),
  same(
    "MATCH p = (a:Entity {id: 'model/mamba'})-[:CO_MENTION]-(b:Model) RETURN [n IN nodes(p) | n.id] AS ids, length(p) AS n ORDER BY ids LIMIT 3",
  ),
  // The stores differ.
  differs(FREE, 'MATCH (n:Model) RETURN n.name AS name LIMIT 3'),
  differs(FREE, 'MATCH (n:Tool) RETURN n.name AS name UNION MATCH (n:Dataset) RETURN n.name AS name'),
  differs(
    'keys and labels come in an order of the store’s own',
    "MATCH (n:Entity {id: 'model/mamba'}) RETURN keys(n) AS keys",
  ),
  differs('Neo4j tells ids of its own', "MATCH (n:Entity {id: 'model/mamba'}) RETURN elementId(n) AS id"),
  differs(DATES, "RETURN date('2024-05-01') AS day"),
  differs(DATES, "RETURN duration('P1DT2H') AS time"),
  differs(DATES, "RETURN datetime('2024-05-01T10:00:00Z') AS moment"),
  differs(FUNCTION, 'RETURN point({x: 1, y: 2}) AS place'),
  differs(FUNCTION, "RETURN duration.between(date('2024-01-01'), date('2024-05-01')) AS time"),
  differs(FUNCTION, "RETURN date.truncate('month', date('2024-05-17')) AS month"),
  differs(FUNCTION, 'RETURN isEmpty([]) AS yes'),
  differs(GRAMMAR, 'MATCH (n:Model) RETURN n.set AS value, n.load AS load'),
  differs(GRAMMAR, 'MATCH (n:Create) RETURN n'),
  differs(GRAMMAR, 'WITH 1 AS set RETURN set'),
  differs('it is another each time', 'RETURN rand() < 2 AS yes, timestamp() > 0 AS now'),
]
