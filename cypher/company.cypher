// With whom every entity is joined by edges of one type, and how strongly: three lists of the same length for each.
MATCH (source:Entity)-[edge:RELATION]->(target:Entity)
RETURN source.id AS source, collect(target.id) AS targets, collect(edge.weight) AS weights, collect(edge.npmi) AS npmis
