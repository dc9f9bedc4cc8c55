// New passages, in a graph that has none of them yet.
//
// $rows  {id, properties}; the properties hold the id too
UNWIND $rows AS row
CREATE (node:Passage)
SET node = row.properties
