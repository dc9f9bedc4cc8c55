// The heaviest co-mentions that are no matter of chance.
//
// $limit  at most this many
MATCH (source:Entity)-[edge:CO_MENTION]->(target:Entity)
WHERE edge.npmi > 0
RETURN source.id AS source, target.id AS target, edge.weight AS weight, edge.npmi AS npmi
ORDER BY weight DESC, source, target
LIMIT $limit
