// The entities joined to one entity, closest first.
//
// $id         the entity in the middle
// $kinds      only these kinds
// $from       met on this day or later; '' for any
// $to         met on this day or earlier; '' for any
// $minWeight  no lighter edge than this
// $limit      at most this many
MATCH (:Entity {id: $id})-[edge:CO_MENTION]-(neighbor:Entity)
WHERE edge.weight >= $minWeight AND neighbor.kind IN $kinds
  AND ($from = '' OR edge.lastSeen >= $from) AND ($to = '' OR edge.firstSeen <= $to)
WITH neighbor, edge
ORDER BY edge.weight DESC, neighbor.id
LIMIT $limit
RETURN neighbor.id AS id, properties(neighbor) AS entity, properties(edge) AS edge, edge.weight AS weight
ORDER BY weight DESC, id
