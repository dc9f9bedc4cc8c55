// How many entities are joined to one entity.
//
// $id         the entity in the middle
// $relations  joined by an edge of one of these types
// $kinds      only these kinds
// $from       met on this day or later; '' for any
// $to         met on this day or earlier; '' for any
// $minWeight  no lighter edge than this
MATCH (:Entity {id: $id})-[edge]-(neighbor:Entity)
WHERE type(edge) IN $relations AND edge.weight >= $minWeight AND neighbor.kind IN $kinds
  AND ($from = '' OR edge.lastSeen >= $from) AND ($to = '' OR edge.firstSeen <= $to)
RETURN count(DISTINCT neighbor.id) AS total
