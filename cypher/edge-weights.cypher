// The edges of one type without their lines, by where they start.
MATCH (source:Entity)-[edge:RELATION]->(target:Entity)
RETURN source.id AS source, collect(target.id) AS targets, collect(edge.weight) AS weights, collect(edge.support) AS supports
