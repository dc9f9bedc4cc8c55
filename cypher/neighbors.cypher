// The entities joined to one entity, closest first.
//
// $id          the entity in the middle
// $relations   joined by an edge of one of these types
// $coMentions  whether a co-mention is told before the other edges of a neighbour, or after them
// $kinds       only these kinds
// $from        met on this day or later; '' for any
// $to          met on this day or earlier; '' for any
// $minWeight   no lighter edge than this
// $limit       at most this many
MATCH (:Entity {id: $id})-[edge]-(neighbor:Entity)
WHERE type(edge) IN $relations AND edge.weight >= $minWeight AND neighbor.kind IN $kinds
  AND ($from = '' OR edge.lastSeen >= $from) AND ($to = '' OR edge.firstSeen <= $to)
WITH neighbor,
  max(CASE WHEN (type(edge) = 'CO_MENTION') = $coMentions THEN edge.weight END) AS first,
  max(edge.weight) AS heaviest
WITH neighbor, coalesce(first, heaviest) AS weight
ORDER BY weight DESC, neighbor.id
LIMIT $limit
RETURN neighbor.id AS id, properties(neighbor) AS entity, weight
ORDER BY weight DESC, id
