// The passages of the pages of one paper each.
MATCH (document:Document)-[:ABOUT]->(paper:Paper)
WITH DISTINCT document, paper
MATCH (document)-[:HAS]->(passage:Passage)
RETURN paper.id AS paper, passage.id AS passage, passage.text AS text
ORDER BY paper, passage
