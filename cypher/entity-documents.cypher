// The documents that name an entity, most mentions first.
//
// $id     of the entity
// $limit  at most this many
MATCH (:Entity {id: $id})<-[mention:MENTIONS]-(passage:Passage)
WITH passage, count(mention) AS named
MATCH (passage)<-[:HAS]-(document:Document)
RETURN document.id AS document, document.path AS path, document.title AS title, document.date AS date, sum(named) AS mentions
ORDER BY mentions DESC, document
LIMIT $limit
