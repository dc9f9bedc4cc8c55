// The edges of every type among some entities.
//
// $ids        of the entities
// $minWeight  no lighter edge than this
UNWIND $ids AS id
MATCH (source:Entity {id: id})-[edge]->(target:Entity)
WHERE edge.weight >= $minWeight AND target.id IN $ids
RETURN type(edge) AS type, source.id AS source, target.id AS target, properties(edge) AS edge
ORDER BY source, target, type
