// Removes places that are no longer there.
//
// $rows  {source, target, key}: document, passage, offset of the start
UNWIND $rows AS row
MATCH (:Document {id: row.source})-[place:HAS {start: row.key}]->(:Passage {id: row.target})
DELETE place
