// Where some passages stand.
//
// $ids  of the passages
UNWIND $ids AS id
MATCH (passage:Passage {id: id})<-[place:HAS]-(document:Document)
RETURN passage.id AS passage, document.id AS document, properties(place) AS properties
