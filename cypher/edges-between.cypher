// Everything that joins two entities, one way or the other.
//
// $a, $b  their ids
MATCH (a:Entity {id: $a})-[edge]-(b:Entity {id: $b})
RETURN type(edge) AS type, startNode(edge).id AS source, endNode(edge).id AS target, properties(edge) AS edge
ORDER BY type, source, target
