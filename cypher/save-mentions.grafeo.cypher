// Mentions, in a graph that has none of them yet.
//
// $rows  {source, target, key, properties}: passage, entity, where in the passage
UNWIND $rows AS row
MATCH (passage:Passage {id: row.source})
MATCH (entity:Entity {id: row.target})
CREATE (passage)-[mention:MENTIONS]->(entity)
SET mention = row.properties
