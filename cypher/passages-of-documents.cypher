// The passages of some documents, and where they stand.
//
// $ids  of the documents
UNWIND $ids AS id
MATCH (document:Document {id: id})-[place:HAS]->(passage:Passage)
RETURN document.id AS document, passage.id AS passage, passage.text AS text,
       place.start AS start, place.line AS line, place.date AS date
