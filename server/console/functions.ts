/**
 * The functions and procedures that the console runs: those of Cypher itself that only compute or read the graph.
 *
 * Anything else a server may have been given (APOC, GDS, a plugin of somebody's own) can read files, open connections
 * or sleep, so what is not named here is refused. `file()` and `linenumber()` speak of LOAD CSV, and `graph.byName()`
 * of other databases: they are not here either.
 */

const words = (text: string) => text.trim().split(/\s+/)

/** In the order in which people read about them; as they are written. */
export const FUNCTIONS: readonly string[] = words(`
  count collect sum avg min max stDev stDevP percentileCont percentileDisc
  size length keys labels type properties id elementId nodes relationships startNode endNode
  coalesce nullIf head last tail range reduce all any none single exists isEmpty reverse
  toString toStringOrNull toStringList toInteger toIntegerOrNull toIntegerList toInt toFloat toFloatOrNull toFloatList
  toBoolean toBooleanOrNull toBooleanList toList valueType
  toUpper toLower upper lower trim ltrim rtrim btrim replace split substring left right normalize
  char_length character_length
  abs ceil floor round sign sqrt exp log log10 sin cos tan cot asin acos atan atan2 sinh cosh tanh degrees radians
  haversin pi e rand isNaN randomUUID timestamp
  date time localtime datetime localdatetime duration point
  shortestPath allShortestPaths
`)

const DOTTED = words(`
  date.truncate datetime.truncate localdatetime.truncate localtime.truncate time.truncate
  datetime.fromEpoch datetime.fromEpochMillis
  date.realtime date.statement date.transaction datetime.realtime datetime.statement datetime.transaction
  localdatetime.realtime localdatetime.statement localdatetime.transaction
  localtime.realtime localtime.statement localtime.transaction time.realtime time.statement time.transaction
  duration.between duration.inDays duration.inMonths duration.inSeconds
  point.distance point.withinBBox vector.similarity.cosine vector.similarity.euclidean
`)

const folded = new Set([...FUNCTIONS, ...DOTTED].map((name) => name.toLowerCase()))

export function isFunction(name: string): boolean {
  return folded.has(name.toLowerCase())
}

/** They tell the names that the graph uses, and both stores have them. */
const PROCEDURES = new Set(['db.labels', 'db.relationshiptypes', 'db.propertykeys'])

export function isProcedure(name: string): boolean {
  return PROCEDURES.has(name.toLowerCase())
}

/** Words that a bracket may follow, and that are no functions. */
export const BEFORE_BRACKET: ReadonlySet<string> = new Set(
  words(`MATCH WHERE AND OR XOR NOT IN RETURN WITH UNWIND CASE WHEN THEN ELSE BY DISTINCT SKIP OFFSET LIMIT AS
    CONTAINS ON CALL OPTIONAL PATH PATHS GROUP GROUPS SHORTEST WALK TRAIL ACYCLIC SIMPLE ELEMENTS BINDINGS FILTER LET
    UNION FINISH IS NULL ASC DESC END DETACH COUNT EXISTS COLLECT ALL ANY`),
)
