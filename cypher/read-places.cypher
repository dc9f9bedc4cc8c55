// Where all passages stand.
MATCH (document:Document)-[place:HAS]->(passage:Passage)
RETURN passage.id AS passage, document.id AS document, properties(place) AS properties
