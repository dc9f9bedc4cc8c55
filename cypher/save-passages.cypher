// Passages by id, new or present; their properties become exactly those given.
//
// $rows  {id, properties}; the properties hold the id too
UNWIND $rows AS row
MERGE (node:Passage {id: row.id})
SET node = row.properties
