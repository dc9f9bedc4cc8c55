// The passages that name each of some entities.
//
// $ids  of the entities
UNWIND $ids AS id
MATCH (:Entity {id: id})<-[:MENTIONS]-(passage:Passage)
WITH id, passage.id AS passage
RETURN id, collect(DISTINCT passage) AS passages
