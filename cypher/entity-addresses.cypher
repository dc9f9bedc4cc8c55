// The addresses on the web by which an entity is named, the most frequent first.
//
// $id     of the entity
// $limit  at most this many
MATCH (:Entity {id: $id})<-[mention:MENTIONS]-(:Passage)
WHERE mention.rule STARTS WITH 'link:'
WITH mention.surface AS surface, count(mention) AS times
RETURN surface, surface AS id, times
ORDER BY times DESC, id
LIMIT $limit
