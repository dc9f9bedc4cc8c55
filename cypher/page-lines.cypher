// The passages of the pages of papers, in their order.
MATCH (document:Document)-[:ABOUT]->(paper:Paper)
WITH DISTINCT document, paper
MATCH (document)-[place:HAS]->(passage:Passage)
RETURN paper.id AS paper, document.id AS document, document.date AS date, place.order AS order,
       place.heading AS heading, passage.id AS passage, passage.text AS text
ORDER BY paper, document, order, passage
