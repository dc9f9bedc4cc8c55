// With whom every entity is named together, how strongly, and since when: four lists of the same length for each.
//
// $left  kinds that are left out
MATCH (source:Entity)-[edge:CO_MENTION]->(target:Entity)
WHERE NOT source.kind IN $left AND NOT target.kind IN $left AND edge.firstSeen IS NOT NULL
RETURN source.id AS source, collect(target.id) AS targets, collect(edge.weight) AS weights, collect(edge.npmi) AS npmis, collect(edge.firstSeen) AS days
