// The edges between the two of each pair of entities, one way or the other.
//
// $pairs  {a, b}: their ids; quicker where `a` is joined to fewer
UNWIND $pairs AS pair
MATCH (a:Entity {id: pair.a})-[edge]-(b:Entity {id: pair.b})
RETURN type(edge) AS type, startNode(edge).id AS source, endNode(edge).id AS target, properties(edge) AS edge
ORDER BY source, target, type
