// The passages that name an entity.
//
// $id     of the entity
// $limit  at most this many
MATCH (:Entity {id: $id})<-[:MENTIONS]-(passage:Passage)
RETURN DISTINCT passage.id AS id
ORDER BY id
LIMIT $limit
