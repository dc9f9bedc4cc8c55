// Where passages stand, in a graph that has none of it yet.
//
// $rows  {source, target, key, properties}: document, passage, offset of the start
UNWIND $rows AS row
MATCH (document:Document {id: row.source})
MATCH (passage:Passage {id: row.target})
CREATE (document)-[place:HAS]->(passage)
SET place = row.properties
