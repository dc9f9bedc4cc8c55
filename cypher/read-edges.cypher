// All edges of one type.
MATCH (source:Entity)-[edge:RELATION]->(target:Entity)
RETURN source.id AS source, target.id AS target, properties(edge) AS properties
