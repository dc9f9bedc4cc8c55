// One document.
//
// $id  of the document
MATCH (document:Document {id: $id})
OPTIONAL MATCH (document)-[:ABOUT]->(paper:Entity)
RETURN properties(document) AS properties, paper.id AS about
