// Edges of one type, new or present; their properties become exactly those given.
//
// $rows  {source, target, key, properties}: the two entities
UNWIND $rows AS row
MATCH (source:Entity {id: row.source})
MATCH (target:Entity {id: row.target})
MERGE (source)-[edge:RELATION]->(target)
SET edge = row.properties
