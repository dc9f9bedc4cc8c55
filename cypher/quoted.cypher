// Passages and the places they stand in.
//
// $ids  of the passages
UNWIND $ids AS id
MATCH (passage:Passage {id: id})<-[place:HAS]-(document:Document)
RETURN passage.id AS id, passage.text AS text, document.id AS document, document.path AS path, properties(place) AS place
