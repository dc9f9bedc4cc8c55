// Entities of one kind by id, new or present; their properties become exactly those given. People may decide that an
// entity is of another kind, so the label of the kind it was of goes.
//
// $rows  {id, properties}; the properties hold the id too
UNWIND $rows AS row
MERGE (node:Entity {id: row.id})
REMOVE node:Model:Method:Paper:Hardware:Dataset:Tool:Organization:Person:Concept
SET node:Kind
SET node = row.properties
