// Removes edges of one type that are no longer there.
//
// $rows  {source, target, key}: the two entities
UNWIND $rows AS row
MATCH (:Entity {id: row.source})-[edge:RELATION]->(:Entity {id: row.target})
DELETE edge
