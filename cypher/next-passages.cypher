// The two passages that follow each of some passages in its thread, wherever it stands: the answer, where there is one.
//
// $ids  of the passages
UNWIND $ids AS id
MATCH (:Passage {id: id})<-[place:HAS]-(document:Document)
WITH id, document, place.thread AS thread, place.order AS here
MATCH (document)-[next:HAS]->(passage:Passage)
WHERE next.thread = thread AND next.order > here AND next.order <= here + 2
RETURN DISTINCT id, next.order - here AS steps, passage.id AS passage, passage.text AS text
ORDER BY id, steps, passage
