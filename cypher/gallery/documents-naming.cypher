// Which documents name DPO, and how often · 哪些文档提到 DPO
MATCH (:Entity {id: 'method/dpo'})<-[:MENTIONS]-(passage:Passage)
WITH DISTINCT passage
MATCH (passage)<-[:HAS]-(document:Document)
RETURN document.path AS document, document.date AS date, count(passage.id) AS passages
ORDER BY passages DESC, document
