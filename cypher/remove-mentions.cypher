// Removes mentions that are no longer there.
//
// $rows  {source, target, key}: passage, entity, where in the passage
UNWIND $rows AS row
MATCH (:Passage {id: row.source})-[mention:MENTIONS {start: row.key}]->(:Entity {id: row.target})
DELETE mention
