// Which passage stands where, in all documents.
MATCH (document:Document)-[place:HAS]->(passage:Passage)
RETURN document.id AS source, passage.id AS target, place.start AS key
