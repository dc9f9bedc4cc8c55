// Which documents are the page of one paper.
//
// $rows  {source, target, key}: document, paper
UNWIND $rows AS row
MATCH (document:Document {id: row.source})
MATCH (paper:Entity {id: row.target})
MERGE (document)-[:ABOUT]->(paper)
