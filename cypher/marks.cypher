// The names in some passages.
//
// $ids  of the passages
UNWIND $ids AS id
MATCH (passage:Passage {id: id})-[mention:MENTIONS]->(entity:Entity)
RETURN passage.id AS passage, mention.start AS start, mention.end AS end, entity.id AS entity, entity.name AS name, entity.kind AS kind
