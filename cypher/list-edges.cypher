// The ends of all edges of one type.
MATCH (source:Entity)-[edge:RELATION]->(target:Entity)
RETURN source.id AS source, target.id AS target, 0 AS key
