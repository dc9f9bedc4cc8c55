// The passages under headings of the pages of one paper, in their order.
//
// $id  of the paper
MATCH (document:Document)-[:ABOUT]->(:Entity {id: $id})
MATCH (document)-[place:HAS]->(passage:Passage)
WHERE place.heading IS NOT NULL
RETURN document.id AS document, place.heading AS heading, place.order AS order, passage.id AS passage, passage.text AS text
ORDER BY document, order, passage
