// The mentions in some passages.
//
// $ids  of the passages
UNWIND $ids AS id
MATCH (passage:Passage {id: id})-[mention:MENTIONS]->(entity:Entity)
RETURN passage.id AS passage, entity.id AS entity, properties(mention) AS properties
