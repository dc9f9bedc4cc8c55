// Mentions. A passage may name an entity more than once: where it does tells them apart.
//
// $rows  {source, target, key, properties}: passage, entity, where in the passage
UNWIND $rows AS row
MATCH (passage:Passage {id: row.source})
MATCH (entity:Entity {id: row.target})
MERGE (passage)-[mention:MENTIONS {start: row.key}]->(entity)
SET mention = row.properties
