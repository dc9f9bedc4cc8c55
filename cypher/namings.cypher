// In which documents every entity is named, and how often: two lists of the same length for each.
MATCH (entity:Entity)<-[mention:MENTIONS]-(:Passage)<-[:HAS]-(document:Document)
WITH entity, document, count(mention) AS mentions
RETURN entity.id AS entity, collect(document.id) AS documents, collect(mentions) AS mentions
