// The passages that name a paper.
MATCH (paper:Paper)<-[:MENTIONS]-(passage:Passage)
WITH DISTINCT paper, passage
RETURN paper.id AS paper, passage.id AS passage, passage.text AS text
ORDER BY paper, passage
