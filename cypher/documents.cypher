// All documents, by path.
MATCH (document:Document)
OPTIONAL MATCH (document)-[:ABOUT]->(paper:Entity)
RETURN properties(document) AS properties, paper.id AS about, document.path AS path
ORDER BY path
