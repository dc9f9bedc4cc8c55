// The text of some passages.
//
// $ids  of the passages
UNWIND $ids AS id
MATCH (passage:Passage {id: id})
RETURN passage.id AS id, passage.text AS text
