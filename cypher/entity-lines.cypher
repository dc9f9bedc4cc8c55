// Where an entity is named, by date.
//
// $id     of the entity
// $limit  at most this many
MATCH (:Entity {id: $id})<-[mention:MENTIONS]-(passage:Passage)
WITH passage, min(mention.start) AS start, max(mention.end) AS end
MATCH (passage)<-[place:HAS]-(:Document)
RETURN passage.id AS id, start, end, min(place.date) AS date
ORDER BY date, id
LIMIT $limit
