/**
 * The operators of a plan that a stranger's query may have: the second layer. Whatever the text looked like, this is
 * what the database would do, and an operator that is not named here is refused, also one that is yet to be invented.
 */
import { KithError } from '../errors.ts'
import { isProcedure } from './functions.ts'

const words = (text: string) => new Set(text.trim().split(/\s+/))

/** Of Grafeo 0.6.0. */
const GRAFEO = words(`
  Return Filter Expand NodeScan EdgeScan Limit Skip Sort Distinct Project Aggregate Unwind LeftJoin Join Union Apply
  Empty ShortestPath AllShortestPaths With Having Intersect Except AntiJoin SemiJoin VariableLengthExpand NodeById
  Argument TopK MultiWayJoin ParameterScan HorizontalAggregate Otherwise Bind
`)
/** How Grafeo prints the row that a subquery begins with: it has no name for that operator. */
const SUBQUERY_ROW = 'Discriminant(51)'

/** @param plan as Grafeo's EXPLAIN prints it, one operator a line. @throws KithError `refused` */
export function checkGrafeoPlan(plan: string): void {
  for (const line of plan.split('\n')) {
    const [, operator, details = ''] = /^\s*([A-Za-z]+)(.*)$/.exec(line) ?? []
    if (operator === 'CallProcedure' && isProcedure(/^ \(([\w.]+)\)/.exec(details)?.[1] ?? '')) continue
    if (operator && !GRAFEO.has(operator) && line.trim() !== SUBQUERY_ROW) refuse(operator)
    // EXISTS { } and COUNT { } stand within a line, as `Expand(ExpandOp { … })`.
    for (const [, inner = ''] of withoutStrings(line).matchAll(/(\w+)Op \{/g)) if (!GRAFEO.has(inner)) refuse(inner)
  }
}

function withoutStrings(line: string): string {
  return line.replace(/"(?:\\.|[^"\\])*"/g, '""')
}

export interface Neo4jPlan {
  operatorType: string
  arguments?: Record<string, unknown>
  children: Neo4jPlan[]
}

/** Of Neo4j 5, without what stands in brackets: `Expand(All)` is an `Expand`. */
const NEO4J = words(`
  ProduceResults Argument SingleRow EmptyRow EmptyResult ErrorPlan
  AllNodesScan NodeByLabelScan UnionNodeByLabelsScan IntersectionNodeByLabelsScan SubtractionNodeByLabelsScan
  PartitionedAllNodesScan PartitionedNodeByLabelScan PartitionedUnionNodeByLabelsScan
  PartitionedIntersectionNodeByLabelsScan PartitionedSubtractionNodeByLabelsScan
  DynamicLabelNodeLookup DynamicDirectedRelationshipTypeLookup DynamicUndirectedRelationshipTypeLookup
  NodeByIdSeek NodeByElementIdSeek NodeIndexSeek NodeUniqueIndexSeek MultiNodeIndexSeek NodeIndexSeekByRange
  NodeUniqueIndexSeekByRange NodeIndexScan NodeIndexContainsScan NodeIndexEndsWithScan
  PartitionedNodeIndexSeek PartitionedNodeIndexSeekByRange PartitionedNodeIndexScan
  DirectedRelationshipTypeScan UndirectedRelationshipTypeScan DirectedAllRelationshipsScan
  UndirectedAllRelationshipsScan DirectedUnionRelationshipTypesScan UndirectedUnionRelationshipTypesScan
  DirectedRelationshipByIdSeek UndirectedRelationshipByIdSeek DirectedRelationshipByElementIdSeek
  UndirectedRelationshipByElementIdSeek DirectedRelationshipIndexSeek UndirectedRelationshipIndexSeek
  DirectedRelationshipIndexSeekByRange UndirectedRelationshipIndexSeekByRange DirectedRelationshipUniqueIndexSeek
  UndirectedRelationshipUniqueIndexSeek DirectedRelationshipIndexScan UndirectedRelationshipIndexScan
  DirectedRelationshipIndexContainsScan UndirectedRelationshipIndexContainsScan
  DirectedRelationshipIndexEndsWithScan UndirectedRelationshipIndexEndsWithScan
  NodeCountFromCountStore RelationshipCountFromCountStore
  Expand OptionalExpand VarLengthExpand PruningVarLengthExpand BFSPruningVarLengthExpand Repeat BidirectionalRepeat
  ProjectEndpoints ShortestPath AllShortestPaths StatefulShortestPath
  Filter Projection CacheProperties Distinct OrderedDistinct Aggregation EagerAggregation OrderedAggregation
  Eager PreserveOrder Limit ExhaustiveLimit Skip Sort PartialSort Top PartialTop Top1WithTies PartialTop1WithTies
  Union OrderedUnion Unwind Optional Apply SemiApply AntiSemiApply SelectOrSemiApply SelectOrAntiSemiApply LetSemiApply
  LetAntiSemiApply LetSelectOrSemiApply LetSelectOrAntiSemiApply ConditionalApply AntiConditionalApply RollUpApply
  CartesianProduct NodeHashJoin NodeLeftOuterHashJoin NodeRightOuterHashJoin ValueHashJoin LeftOuterHashJoin
  RightOuterHashJoin TriadicSelection TriadicBuild TriadicFilter AssertSameNode AssertSameRelationship
`)

/** @throws KithError `refused` */
export function checkNeo4jPlan({ operatorType, arguments: details, children }: Neo4jPlan): void {
  const operator = /^\w+/.exec(operatorType)?.[0] ?? operatorType
  const procedure = /^([\w.]+)\(/.exec(String(details?.Details ?? ''))?.[1] ?? ''
  if (!NEO4J.has(operator) && !(operator === 'ProcedureCall' && isProcedure(procedure))) refuse(operator)
  children.forEach(checkNeo4jPlan)
}

function refuse(operator: string): never {
  throw new KithError(
    'refused',
    `The query's plan holds ${operator}, which the console does not run: it only reads the graph.`,
  )
}
