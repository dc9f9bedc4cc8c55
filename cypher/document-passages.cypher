// A document's passages in reading order.
//
// $id  of the document
MATCH (:Document {id: $id})-[place:HAS]->(passage:Passage)
RETURN passage.id AS id, passage.text AS text, properties(place) AS place, place.order AS position
ORDER BY position, id
