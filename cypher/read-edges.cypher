// The edges of one type that start at some entities.
//
// $ids  of the entities
UNWIND $ids AS id
MATCH (source:Entity {id: id})-[edge:RELATION]->(target:Entity)
RETURN source.id AS source, target.id AS target, properties(edge) AS properties
