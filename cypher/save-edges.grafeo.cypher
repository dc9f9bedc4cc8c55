// Edges of one type, in a graph that has none of them yet. MERGE would walk each hub's edges every time.
//
// $rows  {source, target, key, properties}: the two entities
UNWIND $rows AS row
MATCH (source:Entity {id: row.source})
MATCH (target:Entity {id: row.target})
CREATE (source)-[edge:RELATION]->(target)
SET edge = row.properties
