// The relations of one type among some entities.
//
// $ids  of the entities
UNWIND $ids AS id
MATCH (source:Entity {id: id})-[edge:RELATION]->(target:Entity)
WHERE target.id IN $ids
RETURN type(edge) AS type, source.id AS source, target.id AS target, properties(edge) AS edge
ORDER BY source, target
