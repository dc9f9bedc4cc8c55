// The lines that name an entity, those that begin with its name first.
//
// $id     of the entity
// $limit  at most this many
MATCH (:Entity {id: $id})<-[mention:MENTIONS]-(passage:Passage)
RETURN passage.id AS passage, passage.text AS text, mention.start AS start, mention.end AS end
ORDER BY start, end, passage
LIMIT $limit
