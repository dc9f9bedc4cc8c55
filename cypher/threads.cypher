// The passages of some threads of some documents.
//
// $documents  their ids
// $threads    ids of the threads
UNWIND $documents AS id
MATCH (document:Document {id: id})-[place:HAS]->(passage:Passage)
WHERE place.thread IN $threads
RETURN passage.id AS id, passage.text AS text, document.id AS document, properties(place) AS place
ORDER BY document, id
