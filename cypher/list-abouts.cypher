// Which documents are the page of which paper.
MATCH (document:Document)-[:ABOUT]->(paper:Entity)
RETURN document.id AS source, paper.id AS target, 0 AS key
