// The co-mentions among some entities.
//
// $ids  of the entities
UNWIND $ids AS id
MATCH (source:Entity {id: id})-[edge:CO_MENTION]->(target:Entity)
WHERE target.id IN $ids
RETURN source.id AS source, target.id AS target, properties(edge) AS edge
ORDER BY source, target
