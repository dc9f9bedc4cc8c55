// All documents.
MATCH (document:Document)
OPTIONAL MATCH (document)-[:ABOUT]->(paper:Entity)
RETURN properties(document) AS properties, paper.id AS about
