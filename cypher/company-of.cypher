// The closest company of an entity: what it is named with more than chance explains, hubs damped.
//
// $id     of the entity
// $limit  at most this many
MATCH (:Entity {id: $id})-[edge:CO_MENTION]-(other:Entity)
WITH other.id AS id, CASE WHEN edge.npmi > 0.05 THEN edge.npmi ELSE 0.05 END AS npmi, edge.weight AS weight,
     other.documents AS documents
RETURN id, weight * npmi / sqrt(documents) AS affinity
ORDER BY affinity DESC, id
LIMIT $limit
