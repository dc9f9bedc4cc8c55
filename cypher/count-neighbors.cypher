// How many entities are joined to one entity.
//
// $id         the entity in the middle
// $kinds      only these kinds
// $from       met on this day or later; '' for any
// $to         met on this day or earlier; '' for any
// $minWeight  no lighter edge than this
MATCH (:Entity {id: $id})-[edge:CO_MENTION]-(neighbor:Entity)
WHERE edge.weight >= $minWeight AND neighbor.kind IN $kinds
  AND ($from = '' OR edge.lastSeen >= $from) AND ($to = '' OR edge.firstSeen <= $to)
RETURN count(neighbor.id) AS total
