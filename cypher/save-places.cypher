// Where passages stand. A passage may stand in a document more than once: the offset tells its places apart.
//
// $rows  {source, target, key, properties}: document, passage, offset of the start
UNWIND $rows AS row
MATCH (document:Document {id: row.source})
MATCH (passage:Passage {id: row.target})
MERGE (document)-[place:HAS {start: row.key}]->(passage)
SET place = row.properties
